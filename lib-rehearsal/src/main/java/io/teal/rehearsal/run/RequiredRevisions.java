package io.teal.rehearsal.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.aws.codedeploy.RevisionFolders;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import io.teal.release.Contract;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The revisions that a journey's templates install, looked for before anything starts. */
final class RequiredRevisions {
    private static final String INSTALLED = "CodeDeploy installs the versions of these templates, ";

    private RequiredRevisions() {}

    /**
     * Checks that every revision is among {@code bundles}.
     *
     * @throws BadInputException if one is not, or there are bundles and nothing installs them
     */
    static void require(Journey journey, Optional<RevisionFolders> bundles) {
        Set<String> keys = keys(journey);
        if (keys.isEmpty() == bundles.isPresent()) {
            throw keys.isEmpty()
                    ? new BadInputException("nothing in the templates installs revisions", "leave out --bundles")
                    : new BadInputException(
                            INSTALLED + keys, "give their revisions, --bundles DIR with DIR/<version>/appspec.yml");
        }
        keys.forEach(key -> bundles.orElseThrow().require(key));
    }

    /**
     * Checks that nothing is installed.
     *
     * @throws BadInputException if something is
     */
    static void requireNone(Journey journey) {
        Set<String> keys = keys(journey);
        if (!keys.isEmpty()) {
            throw new BadInputException(
                    INSTALLED + keys + ", by scripts, which are not modelled", "rehearse without --fast");
        }
    }

    private static Set<String> keys(Journey journey) {
        Set<String> keys = new TreeSet<>();
        for (Leg leg : journey.legs()) {
            leg.deploys().ifPresent(deploy -> add(keys, deploy.model().template()));
        }
        return keys;
    }

    private static void add(Set<String> keys, Template template) {
        for (Resource install : template.ofType(Contract.INSTALL)) {
            JsonNode wanted = template.resolved(install, "Properties").path("Install");
            // Hosts that both colours share get a revision that the synthesis has made, and is not run here.
            if (wanted.has("Color")) {
                keys.add(wanted.path("Key").asText());
            }
        }
    }
}
