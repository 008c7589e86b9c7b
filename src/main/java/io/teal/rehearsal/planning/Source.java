package io.teal.rehearsal.planning;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the templates of a rehearsal come from. */
public sealed interface Source {

    /**
     * Files, applied one after the other.
     *
     * @param files templates in JSON
     * @param waits whether the operator waits for health after each
     */
    record Templates(List<Path> files, boolean waits) implements Source {
        /** Checks that there is something to rehearse. */
        public Templates {
            files = List.copyOf(files);
        }
    }

    /**
     * A CDK app, run once per release.
     *
     * @param folder where to look for {@code cdk.json}, also in the folders above
     * @param releases the releases
     * @param stack the stack to rehearse, for an app of several
     */
    record App(Path folder, List<FlagSet> releases, Optional<String> stack) implements Source {
        /** Copies the list. */
        public App {
            releases = List.copyOf(releases);
        }
    }

    /**
     * The flags of one release.
     *
     * @param name what the report calls it
     * @param flags the flags, as context
     */
    record FlagSet(String name, Map<String, String> flags) {
        /** Copies the map. */
        public FlagSet {
            flags = Map.copyOf(flags);
        }
    }
}
