package io.teal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command line that repeats a command, with the same options, quoted for a shell. */
final class RepeatedCommand {
    private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

    private final ParseResult given;

    RepeatedCommand(ParseResult given) {
        this.given = given;
    }

    /** {@code teal}, the command, then {@code more}, then every option that was given but {@code without}. */
    String command(List<String> more, Set<String> without) {
        List<String> words =
                new ArrayList<>(List.of("bin/teal", given.commandSpec().name()));
        words.addAll(more);
        for (OptionSpec option : given.matchedOptionsSet()) {
            if (!without.contains(option.longestName())) {
                words.addAll(words(option));
            }
        }
        return words.stream().map(RepeatedCommand::quoted).collect(Collectors.joining(" "));
    }

    private static List<String> words(OptionSpec option) {
        List<String> values = option.originalStringValues();
        List<String> words = new ArrayList<>();
        if (option.arity().max() == 0) {
            words.add(option.longestName());
        } else if (option.arity().max() > 1) {
            words.add(option.longestName());
            words.addAll(values);
        } else {
            values.forEach(value -> words.addAll(List.of(option.longestName(), value)));
        }
        return words;
    }

    private static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
