package dev.lodestone.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines under lines, drawn with box characters.
final class TextTree {
    private final String text;
    private final List<TextTree> branches = new ArrayList<>();

    TextTree(String text) {
        this.text = text;
    }

    /// Adds a line below this one, and gives it for lines below it.
    TextTree add(String line) {
        var branch = new TextTree(line);
        branches.add(branch);
        return branch;
    }

    /// Adds `label: value`, if there is a value.
    void addIf(String label, Optional<String> value) {
        value.ifPresent(words -> add(label + ": " + words));
    }

    /// The line and all below it, each ended by a newline. Control characters are shown as `·`, so
    /// that no name can draw on a terminal.
    void draw(StringBuilder out) {
        out.append(clean(text)).append('\n');
        branches(out, "");
    }

    private void branches(StringBuilder out, String indent) {
        for (int i = 0; i < branches.size(); i++) {
            boolean last = i == branches.size() - 1;
            var branch = branches.get(i);
            out.append(indent).append(last ? "└─ " : "├─ ").append(clean(branch.text)).append('\n');
            branch.branches(out, indent + (last ? "   " : "│  "));
        }
    }

    private static String clean(String text) {
        return text.replaceAll("\\R\\s*", " ").replaceAll("\\p{Cc}", "·");
    }
}
