package dev.lodestone.importers.csv;

import dev.lodestone.importers.UnreadableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What of a workbook's parts the reading library does not tell: which cells are merged, and how
/// large it becomes when unpacked.
final class XlsxParts {
    private static final long LARGEST = 4L << 30;

    private XlsxParts() {}

    /// Refuses what is no workbook, and one that would fill the disk.
    static void check(Path file, String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new UnreadableSource(
                        name,
                        "The archive holds no workbook (xl/workbook.xml).",
                        "it is an archive of another kind, or an OpenDocument file: save it as .xlsx.");
            }
            long size = zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
            if (size > LARGEST) {
                throw new UnreadableSource(
                        name,
                        "The workbook is %,d bytes when unpacked, more than %,d."
                                .formatted(size, LARGEST),
                        "save the sheet as CSV.");
            }
        }
    }

    /// The ranges of merged cells of a sheet, `A1:C1`.
    ///
    /// @param id of the sheet's relationship
    static List<String> merged(Path file, String id) throws IOException {
        var ranges = new ArrayList<String>();
        try (var zip = new ZipFile(file.toFile())) {
            var target = new ArrayList<String>();
            each(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "Relationship",
                    xml ->
                            attribute(xml, "Id")
                                    .filter(id::equals)
                                    .flatMap(_ -> attribute(xml, "Target"))
                                    .ifPresent(target::add));
            for (var part : target) {
                var path = part.startsWith("/") ? part.substring(1) : "xl/" + part;
                each(zip, path, "mergeCell", xml -> attribute(xml, "ref").ifPresent(ranges::add));
            }
        }
        return ranges;
    }

    private static Optional<String> attribute(XMLStreamReader xml, String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name));
    }

    private static void each(
            ZipFile zip,
            String part,
            String element,
            java.util.function.Consumer<XMLStreamReader> found)
            throws IOException {
        var entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var in = zip.getInputStream(entry)) {
            var xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    found.accept(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
