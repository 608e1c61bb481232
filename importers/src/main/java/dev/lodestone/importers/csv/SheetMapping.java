package dev.lodestone.importers.csv;

import dev.lodestone.events.Effect;
import dev.lodestone.events.HowKnown;
import dev.lodestone.events.Mode;
import dev.lodestone.ontology.Term;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A sheet whose rows speak of samples.
///
/// @param sample what makes two rows speak of one sample
/// @param row what makes two rows the same, besides the sample
/// @param events what happened to a sample, by role, in an order in which they may be recorded
/// @param columns in the order of the mapping; of a long table the names its rows give as well
/// @param others where columns are kept as text that the mapping does not name; absent if there may
///   be none
/// @param longForm of a table with one value a row
/// @param checks what is looked for besides
record SheetMapping(
        About about,
        FileForm form,
        SampleKey sample,
        RowKey row,
        Map<String, EventForm> events,
        Map<String, Column> columns,
        Optional<VerbatimColumn> others,
        Optional<LongForm> longForm,
        Checks checks)
        implements TableMapping {
    /// The role of the event that registers a sample.
    static final String REGISTRATION = "registration";

    /// The role of the cut that makes a row's specimen of its sample.
    static final String SPECIMEN = "specimen";

    SheetMapping {
        events = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(events));
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    @Override
    public Set<String> columnNames() {
        return longForm.map(form -> form.columnNames(columns.keySet())).orElse(columns.keySet());
    }

    /// The same for a file with these columns.
    SheetMapping of(List<String> header) {
        if (others.isEmpty()) {
            return this;
        }
        var named = columnNames();
        var all = new LinkedHashMap<>(columns);
        header.stream()
                .filter(name -> !named.contains(name))
                .forEach(name -> all.put(name, others.get()));
        return new SheetMapping(about, form, sample, row, events, all, others, longForm, checks);
    }

    /// The row as if it had a column for what it states.
    ///
    /// @throws dev.lodestone.importers.RefusedEntry if it states what the mapping does not know
    TableRow read(TableRow row) {
        return longForm.map(form -> form.read(row)).orElse(row);
    }

    /// @param mayLack columns that tell samples apart as well, and may be empty
    /// @param name what the sample is called, with columns in braces
    record SampleKey(
            List<String> columns,
            List<String> mayLack,
            Optional<Term> form,
            Optional<String> name) {
        SampleKey {
            columns = List.copyOf(columns);
            mayLack = List.copyOf(mayLack);
        }
    }

    /// @param replicates whether rows that differ in anything are different, even under one key
    /// @param specimen what a row is about, if it is a part of the sample
    record RowKey(List<String> columns, boolean replicates, Optional<Specimen> specimen) {
        RowKey {
            columns = List.copyOf(columns);
        }
    }

    /// A part of the sample that only this row is about: what happens in it happens to the part.
    ///
    /// @param cut the process that makes it
    /// @param after roles of events of the sample that came before the cut
    /// @param name what it is called, with columns in braces
    record Specimen(Term cut, List<String> after, Optional<Term> form, Optional<String> name) {
        Specimen {
            after = List.copyOf(after);
        }
    }

    /// The kinds of event a row can state.
    enum EventSort {
        PROCESS,
        MEASUREMENT,
        VALUES
    }

    /// @param type the process or method; absent for values
    /// @param ofRow whether each row states one of its own; else all rows of a sample state the
    ///   same
    /// @param after roles of events that came before it
    /// @param effect of a measurement
    /// @param notIf texts by column with which a row says that it did not happen
    record EventForm(
            EventSort sort,
            Optional<Term> type,
            boolean ofRow,
            List<String> after,
            Effect effect,
            Map<String, String> notIf) {
        EventForm {
            after = List.copyOf(after);
            notIf = Map.copyOf(notIf);
        }
    }

    /// What a cell is to its event.
    enum Part {
        PARAMETER,
        CONDITION,
        RESULT
    }

    /// What is looked for in the rows besides ranges: what is found is reported and flagged, and
    /// nothing is changed.
    ///
    /// @param duplicates whether rows that say the same are told
    /// @param sums columns that add up to a number
    /// @param moreDecimalsThan numbers with more decimals look imputed
    /// @param other another export of the same rows
    record Checks(
            boolean duplicates,
            List<SumCheck> sums,
            OptionalInt moreDecimalsThan,
            Optional<OtherExport> other) {
        static final Checks NONE =
                new Checks(false, List.of(), OptionalInt.empty(), Optional.empty());

        Checks {
            sums = List.copyOf(sums);
        }
    }

    /// @param whole whether rows in which one of them is missing are left unchecked
    record SumCheck(List<String> of, BigDecimal to, BigDecimal tolerance, boolean whole) {
        SumCheck {
            of = List.copyOf(of);
        }
    }

    /// Another export of the same rows in the same order, beside the table.
    ///
    /// @param agreeing columns that are equal in both, which shows that the rows are aligned
    record OtherExport(String file, List<String> agreeing) {
        OtherExport {
            agreeing = List.copyOf(agreeing);
        }
    }

    /// What a column is.
    sealed interface Column {}

    /// A value of an event.
    ///
    /// @param alsoIn roles of other events that it is the same part of
    /// @param unit absent for words
    /// @param keepsWords whether a cell that is no number is kept as text; else its row is refused
    /// @param despiteHeader why the unit is another than the file's header says
    record ValueColumn(
            String role,
            List<String> alsoIn,
            Part part,
            Term property,
            Optional<Term> unit,
            boolean keepsWords,
            HowKnown basis,
            List<BasisRule> rules,
            Optional<Mode> mode,
            Optional<Term> component,
            Optional<String> species,
            Optional<String> note,
            Optional<String> despiteHeader)
            implements Column {
        ValueColumn {
            alsoIn = List.copyOf(alsoIn);
            rules = List.copyOf(rules);
        }

        boolean isIn(String event) {
            return role.equals(event) || alsoIn.contains(event);
        }
    }

    /// Tells cells apart by how they are written: the first rule that fits gives the basis.
    ///
    /// @param moreDecimalsThan fits a number with more decimals
    record BasisRule(int moreDecimalsThan, HowKnown basis, Optional<String> note) {}

    /// A name that only serves to tell samples or rows apart.
    record IdentityColumn() implements Column {}

    /// When an event happened.
    ///
    /// @param format of dates that are written otherwise than 2026-11-21
    record TimeColumn(String role, Optional<DateTimeFormatter> format) implements Column {}

    /// The sum of other columns: checked, then left out.
    record SumColumn(List<String> of, BigDecimal tolerance) implements Column {
        SumColumn {
            of = List.copyOf(of);
        }
    }

    /// Kept as text with the events of its row, or of its sample.
    record VerbatimColumn(String role) implements Column {}

    /// Left out, and why.
    record IgnoredColumn(String why) implements Column {}
}
