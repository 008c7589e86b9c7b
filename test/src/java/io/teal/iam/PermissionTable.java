package io.teal.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** The table in {@code docs/security.md}: what each role may do, with names that stand for any service's. */
final class PermissionTable {
    private static final Path PAGE = Path.of("docs", "security.md");
    private static final String BEGIN = "<!-- written by IamTest -->\n";
    private static final String END = "<!-- end -->";

    /** What names in ARNs are called; the first that fits. */
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("arn:aws:[^:]*:[^:]*:[^:]*:", "");
        NAMES.put("stack/.*", "the stack");
        NAMES.put("deploymentgroup:[^/]*/", "deploymentgroup:APPLICATION/");
        NAMES.put("application:.+", "application:APPLICATION");
        NAMES.put("log-group:.*", "its log group");
        NAMES.put("stateMachine:.*TurnBackMachine.*", "its machine");
        NAMES.put("function:.*Function[0-9A-F]{8}", "its function");
        NAMES.put("event-bus/orders", "the bus");
        NAMES.put("^orders$", "the topic");
        NAMES.put("function:.*-(smoke|probe)", "the hook, the probe");
        NAMES.put("listener-rule/app/.*", "listener-rule/app/BALANCER/ID/LISTENER/*");
        NAMES.put("listener/(app|net)/.*/\\*", "listener/KIND/BALANCER/ID/*");
        NAMES.put("listener/(app|net)/.*[0-9a-f]", "the two previews");
        NAMES.put("[a-z-]+-orders-(blue|green)", "STACK-SERVICE-COLOUR");
        NAMES.put("[a-z-]+-orders", "STACK-SERVICE");
        NAMES.put("(STACK-SERVICE-COLOUR), .*", "$1");
    }

    private PermissionTable() {}

    /** Compares the page with {@code roles}; {@code -Dgolden.update=true} writes the table anew. */
    static void check(List<Role> roles) {
        try {
            String page = Files.readString(PAGE);
            int begin = page.indexOf(BEGIN) + BEGIN.length();
            String expected = page.substring(0, begin) + table(roles) + page.substring(page.indexOf(END));
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(PAGE, expected);
            }
            assertThat(Files.readString(PAGE))
                    .as("%s; -Dgolden.update=true rewrites its table", PAGE)
                    .isEqualTo(expected);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String table(List<Role> roles) {
        Map<String, TreeSet<String>> services = new TreeMap<>();
        TreeSet<String> all = new TreeSet<>();
        for (Role role : roles) {
            String shape = role.name().split(" ")[0];
            all.add(shape);
            Permission.in(role.policy())
                    .forEach(one -> services.computeIfAbsent(line(one), row -> new TreeSet<>())
                            .add(shape));
        }
        StringBuilder table = new StringBuilder("| action | on | if | services |\n| --- | --- | --- | --- |\n");
        services.forEach((row, of) -> table.append(row).append(among(all, of)).append(" |\n"));
        return table.toString();
    }

    /** The shorter of two lists: those that are, and those that are not. */
    private static String among(TreeSet<String> all, TreeSet<String> some) {
        TreeSet<String> others = new TreeSet<>(all);
        others.removeAll(some);
        if (others.isEmpty()) {
            return "all";
        }
        return others.size() < some.size() ? "all but " + String.join(", ", others) : String.join(", ", some);
    }

    private static String line(Permission one) {
        return "| `" + one.action() + "`" + (one.allows() ? "" : " **denied**") + " | "
                + (one.resource().equals("*") ? "everything" : "`" + named(one.resource()) + "`") + " | "
                + conditions(one) + " | ";
    }

    private static String conditions(Permission one) {
        StringJoiner conditions = new StringJoiner("; ");
        one.conditions()
                .properties()
                .forEach(operator -> operator.getValue()
                        .properties()
                        .forEach(key -> conditions.add("`" + key.getKey() + "` " + operator.getKey() + " `"
                                + named(key.getValue()
                                        .toString()
                                        .replaceAll("[\\[\\]\"]", "")
                                        .replace(",", ", ")) + "`")));
        return conditions.toString();
    }

    private static String named(String text) {
        String named = text;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            named = named.replaceAll(name.getKey(), name.getValue());
        }
        return named;
    }
}
