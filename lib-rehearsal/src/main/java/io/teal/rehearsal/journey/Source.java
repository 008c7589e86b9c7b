package io.teal.rehearsal.journey;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.rehearsal.template.StackFile;
import io.teal.release.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the templates of a rehearsal come from. */
public sealed interface Source {
    /** Has {@code planner} make a journey of it. */
    JourneyPlan planBy(JourneyPlanner planner) throws IOException, InterruptedException;

    /**
     * Files, applied one after the other.
     *
     * @param releases the files, with the parameters of each
     * @param waits whether the operator waits for health after each
     */
    record TemplateFiles(List<TemplateRelease> releases, boolean waits) implements Source {
        /** Copies the list. */
        public TemplateFiles {
            releases = List.copyOf(releases);
        }

        /**
         * {@code files}, each with its own of {@code parameters}; one file is released once with each. Where a run has
         * several stacks, each is written {@code STACK=FILE}: an update of that stack.
         */
        public static TemplateFiles of(List<Path> files, List<Map<String, String>> parameters, boolean waits) {
            if (!parameters.isEmpty() && files.size() != 1 && files.size() != parameters.size()) {
                throw new BadInputException(
                        "--parameters is given " + parameters.size() + " times, for " + files.size() + " templates",
                        "give it once for each template, or one template");
            }
            List<TemplateRelease> releases = new ArrayList<>();
            for (int i = 0; i < Math.max(files.size(), parameters.size()); i++) {
                Map<String, String> own = parameters.isEmpty() ? Map.of() : parameters.get(i);
                releases.add(TemplateRelease.of(files.get(files.size() == 1 ? 0 : i), own));
            }
            return new TemplateFiles(releases, waits);
        }

        @Override
        public JourneyPlan planBy(JourneyPlanner planner) {
            return planner.plan(this);
        }
    }

    /**
     * One template to release.
     *
     * @param stack its stack; empty if the run has only one
     * @param file the template
     * @param parameters values for its parameters
     */
    record TemplateRelease(String stack, Path file, Map<String, String> parameters) {
        private static final Pattern NAMED = Pattern.compile("([A-Za-z][A-Za-z0-9-]*)=(.+)");

        /** Copies the map. */
        public TemplateRelease {
            parameters = Map.copyOf(parameters);
        }

        /** Of {@code written}: a file, or {@code STACK=FILE}. */
        public static TemplateRelease of(Path written, Map<String, String> parameters) {
            Matcher named = NAMED.matcher(written.toString());
            return named.matches() && !Files.exists(written)
                    ? new TemplateRelease(named.group(1), Path.of(named.group(2)), parameters)
                    : new TemplateRelease("", written, parameters);
        }

        /** What the report calls it. */
        public String name() {
            String what = parameters.isEmpty()
                    ? file.toString()
                    : new TreeMap<>(parameters)
                            .entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" "));
            return stack.isEmpty() ? what : stack + ": " + what;
        }

        StackFile stackFile() {
            return new StackFile(stack, file, parameters);
        }
    }

    /**
     * A CDK app, run once per release.
     *
     * @param folder where to look for {@code cdk.json}, also in the folders above
     * @param releases the releases; none for the usual ones
     * @param stacks the stacks to rehearse, for an app of several, in the order in which they are deployed
     * @param service the service that the flags are for, for an app of several
     */
    record App(Path folder, List<FlagSet> releases, List<String> stacks, Optional<String> service) implements Source {
        /** Copies the lists. */
        public App {
            releases = List.copyOf(releases);
            stacks = List.copyOf(stacks);
        }

        @Override
        public JourneyPlan planBy(JourneyPlanner planner) throws IOException, InterruptedException {
            return planner.plan(this);
        }
    }

    /**
     * The flags of one release.
     *
     * @param name what the report calls it
     * @param flags the flags, as context
     * @param trouble what goes wrong in the deploy, so that the stack goes back
     * @param handedTo the colour that somebody gives all traffic by hand before it
     */
    record FlagSet(String name, Map<String, String> flags, Optional<Trouble> trouble, Optional<Color> handedTo) {
        /** Copies the map. */
        public FlagSet {
            flags = Map.copyOf(flags);
        }

        /** Flags of a deploy in which nothing else happens. */
        public FlagSet(String name, Map<String, String> flags) {
            this(name, flags, Optional.empty(), Optional.empty());
        }

        /** The same flags for one service of several: {@code orders.activeColor} for {@code activeColor}. */
        FlagSet of(Optional<String> service) {
            String prefix = service.map(one -> one + ".").orElse("");
            Map<String, String> scoped = flags.entrySet().stream()
                    .collect(Collectors.toMap(flag -> prefix + flag.getKey(), Map.Entry::getValue));
            return new FlagSet(name, scoped, trouble, handedTo);
        }
    }
}
