package dev.lodestone.importers.tensile;

import java.util.List;

/// What the data set speaks of: rows of the production table, what several rows share, and files of
/// the testing machine.
public sealed interface TensileEntry {
    /// Where it stands.
    String place();

    /// The rod that all blanks were cut from.
    ///
    /// @param notRead files beside the table that are not read, by name
    record Rod(String place, List<Blank> blanks, List<String> notRead) implements TensileEntry {
        public Rod {
            blanks = List.copyOf(blanks);
            notRead = List.copyOf(notRead);
        }
    }

    /// One heat treatment: all blanks with one austenitisation temperature.
    record HeatTreatment(String place, List<Blank> blanks) implements TensileEntry {
        public HeatTreatment {
            blanks = List.copyOf(blanks);
        }

        /// What identifies it: the table numbers no treatment, so its first blank does.
        String key() {
            return "heat-treatment/" + blanks.getFirst().iwt();
        }
    }

    /// The delivery of all blanks from one institute to the other.
    ///
    /// @param treatments the heat treatments before it
    record Delivery(String place, List<Blank> blanks, List<HeatTreatment> treatments)
            implements TensileEntry {
        public Delivery {
            blanks = List.copyOf(blanks);
            treatments = List.copyOf(treatments);
        }
    }

    /// A row of the production table.
    ///
    /// @param iwt the blank's name at Leibniz-IWT
    /// @param iwm its name at Fraunhofer IWM
    /// @param austenitisation the temperature in °C, as written
    /// @param specimen the tensile specimen cut from it
    /// @param disc the metallographic disc cut from it
    /// @param others fields that the table has besides, as text
    record Blank(
            String place,
            String iwt,
            String iwm,
            String austenitisation,
            String specimen,
            String disc,
            java.util.Map<String, String> others)
            implements TensileEntry {
        public Blank {
            others = java.util.Map.copyOf(others);
        }

        String key() {
            return "blank/" + iwt;
        }
    }

    /// A file of the testing machine.
    ///
    /// @param name of the file
    /// @param text all of it
    record TestFile(String place, String name, String text) implements TensileEntry {}
}
