package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown, whose columns line up in a terminal as well. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Begins a table.
     *
     * @param header names of the columns
     */
    Table(String... header) {
        rows.add(List.of(header));
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column; cells that are left out stay empty
     * @return this table
     */
    Table row(String... cells) {
        var row = new ArrayList<>(List.of(cells));
        while (row.size() < columns()) {
            row.add("");
        }
        rows.add(row);
        return this;
    }

    private int columns() {
        return rows.get(0).size();
    }

    @Override
    public String toString() {
        var widths = IntStream.range(0, columns()).map(this::width).toArray();
        var lines = new ArrayList<String>();
        rows.forEach(row -> lines.add(line(row, widths)));
        // The first column holds names, the others numbers.
        lines.add(
                1,
                IntStream.range(0, columns())
                        .mapToObj(column ->
                                "-".repeat(column == 0 ? widths[0] : widths[column] - 1) + (column == 0 ? "" : ":"))
                        .collect(Collectors.joining(" | ", "| ", " |")));
        return String.join("\n", lines);
    }

    private int width(int column) {
        return Math.max(
                3, rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow());
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> format("%" + (column == 0 ? "-" : "") + widths[column] + "s", row.get(column)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
