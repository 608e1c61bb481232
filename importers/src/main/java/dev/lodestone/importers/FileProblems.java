package dev.lodestone.importers;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why a file or directory cannot be read, in words.
public final class FileProblems {
    private static final String DIRECTORY = "Is a directory";

    private FileProblems() {}

    /// That it cannot be read.
    ///
    /// @param place what the file is called for people
    /// @param noun `file`, `directory`, `mapping`
    public static UnreadableSource unreadable(String place, String noun, IOException e) {
        return new UnreadableSource(place, problem(noun, e), maybe(e), e);
    }

    /// What is wrong, as a sentence.
    public static String problem(String noun, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "There is no such %s.".formatted(noun);
            case AccessDeniedException _ -> "This user may not read the %s.".formatted(noun);
            case NotDirectoryException _ -> "This is not a directory.";
            default ->
                    isDirectory(e)
                            ? "This is a directory."
                            : "The %s cannot be read (%s).".formatted(noun, words(e));
        };
    }

    private static String maybe(IOException e) {
        return switch (e) {
            case NoSuchFileException _, NotDirectoryException _ -> "the path is misspelt.";
            case AccessDeniedException _ -> "its owner has to allow it.";
            default -> isDirectory(e) ? "a file in it is meant." : "";
        };
    }

    private static boolean isDirectory(IOException e) {
        return String.valueOf(e.getMessage()).endsWith(DIRECTORY);
    }

    private static String words(IOException e) {
        var reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
