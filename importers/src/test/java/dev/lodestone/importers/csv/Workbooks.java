package dev.lodestone.importers.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes small workbooks, part by part, so that a test decides what stands in the XML.
final class Workbooks {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINKS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Workbooks() {}

    /// A workbook with one sheet called `Data`, and an empty one behind it.
    ///
    /// @param rows of cells in XML, made by the methods below
    /// @param merged ranges
    static Path write(Path file, List<List<String>> rows, List<String> merged) {
        var xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int r = 0; r < rows.size(); r++) {
            xml.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (!rows.get(r).get(c).isEmpty()) {
                    var reference = Places.InSheet.letters(c) + (r + 1);
                    xml.append(rows.get(r).get(c).replace("<c", "<c r=\"" + reference + "\""));
                }
            }
            xml.append("</row>");
        }
        xml.append("</sheetData>");
        if (!merged.isEmpty()) {
            xml.append("<mergeCells>");
            merged.forEach(range -> xml.append("<mergeCell ref=\"" + range + "\"/>"));
            xml.append("</mergeCells>");
        }
        xml.append("</worksheet>");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "[Content_Types].xml", CONTENT);
            part(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
            part(
                    zip,
                    "xl/workbook.xml",
                    """
                    <workbook xmlns="%s" xmlns:r="%s"><sheets>\
                    <sheet name="Data" sheetId="1" r:id="rId1"/>\
                    <sheet name="Notes" sheetId="2" r:id="rId2"/></sheets></workbook>\
                    """
                            .formatted(MAIN, LINKS));
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(
                            relation(1, "worksheet", "worksheets/sheet1.xml")
                                    + relation(2, "worksheet", "worksheets/sheet2.xml")
                                    + relation(3, "styles", "styles.xml")));
            part(
                    zip,
                    "xl/styles.xml",
                    """
                    <styleSheet xmlns="%s"><cellXfs count="2"><xf numFmtId="0"/>\
                    <xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>\
                    """
                            .formatted(MAIN));
            part(zip, "xl/worksheets/sheet1.xml", xml.toString());
            part(
                    zip,
                    "xl/worksheets/sheet2.xml",
                    "<worksheet xmlns=\"" + MAIN + "\"><sheetData/></worksheet>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static final String CONTENT =
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
            <Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
            </Types>\
            """;

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                .formatted(id, LINKS, type, target);
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + all
                + "</Relationships>";
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(UTF_8));
        zip.closeEntry();
    }

    static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String number(String number) {
        return "<c><v>" + number + "</v></c>";
    }

    static String date(String days) {
        return "<c s=\"1\"><v>" + days + "</v></c>";
    }

    /// With the value that was last calculated.
    static String formula(String formula, String value) {
        return "<c><f>" + formula + "</f><v>" + value + "</v></c>";
    }

    static String neverCalculated(String formula) {
        return "<c><f>" + formula + "</f></c>";
    }
}
