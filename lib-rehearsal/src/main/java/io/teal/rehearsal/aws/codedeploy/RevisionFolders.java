package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The revisions of a rehearsal: a folder for each version, in place of a bundle in S3.
 *
 * @param folder the parent folder
 */
public record RevisionFolders(Path folder) {

    /**
     * A revision.
     *
     * @param version the name of its folder
     * @param folder its folder
     * @param appspec its {@code appspec.yml}
     */
    record RevisionFolder(String version, Path folder, Appspec appspec) {
        /** The scripts of {@code event}. */
        List<Appspec.Script> scripts(String event) {
            return appspec.hooks().getOrDefault(event, List.of());
        }
    }

    /**
     * Checks that there is a valid bundle for {@code key}.
     *
     * @throws BadInputException if not
     */
    public void require(String key) {
        find(key);
    }

    /** The folder with the longest name contained in the key: {@code 1.0.0} for {@code orders/1.0.0.zip}. */
    RevisionFolder find(String key) {
        Path found = folders().stream()
                .filter(one -> key.contains(one.getFileName().toString()))
                .max(Comparator.comparingInt(one -> one.getFileName().toString().length()))
                .orElseThrow(() -> new BadInputException(
                        folder + " has no folder for revision " + key,
                        "create one named after the version, with an appspec.yml"));
        return new RevisionFolder(found.getFileName().toString(), found, Appspec.read(found));
    }

    private List<Path> folders() {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
