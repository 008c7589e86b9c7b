package io.teal.rehearsal.journey;

import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.release.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the templates of a rehearsal come from. */
public sealed interface Source {
    /** Has {@code planner} make a journey of it. */
    JourneyPlan planBy(JourneyPlanner planner) throws IOException, InterruptedException;

    /**
     * Files, applied one after the other.
     *
     * @param files templates in JSON
     * @param waits whether the operator waits for health after each
     */
    record TemplateFiles(List<Path> files, boolean waits) implements Source {
        /** Checks that there is something to rehearse. */
        public TemplateFiles {
            files = List.copyOf(files);
        }

        @Override
        public JourneyPlan planBy(JourneyPlanner planner) {
            return planner.plan(this);
        }
    }

    /**
     * A CDK app, run once per release.
     *
     * @param folder where to look for {@code cdk.json}, also in the folders above
     * @param releases the releases; none for the usual ones
     * @param stack the stack to rehearse, for an app of several
     * @param service the service that the flags are for, for an app of several
     */
    record App(Path folder, List<FlagSet> releases, Optional<String> stack, Optional<String> service)
            implements Source {
        /** Copies the list. */
        public App {
            releases = List.copyOf(releases);
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
