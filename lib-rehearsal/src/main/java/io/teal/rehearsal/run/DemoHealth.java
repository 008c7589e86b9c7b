package io.teal.rehearsal.run;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.journey.Journey;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether health checks would take what the demo service answers. */
final class DemoHealth {
    private static final int OK = 200;

    private DemoHealth() {}

    /**
     * Checks it where the demo service stands for the hosts.
     *
     * @throws BadInputException if no host would ever be healthy
     */
    static void require(Journey journey, RehearsalSettings settings) {
        if (settings.command().isEmpty() && settings.bundles().isEmpty()) {
            journey.legs().stream()
                    .flatMap(leg -> leg.deploys().stream())
                    .flatMap(deploy -> groups(deploy.model()))
                    .forEach(DemoHealth::require);
        }
    }

    private static Stream<TargetGroupModel> groups(StackModel model) {
        return model.fleets().values().stream()
                .flatMap(fleet -> fleet.groups().stream())
                .map(model.groups()::get)
                .filter(Objects::nonNull);
    }

    private static void require(TargetGroupModel group) {
        if (!group.healthCheck().connectsOnly()
                && !group.healthCheck().matcher().matches(OK)) {
            throw new BadInputException(
                    "the demo service answers " + OK + "; the health check of " + group.id() + " wants "
                            + group.healthCheck().matcher().text(),
                    "rehearse with your own service: --command");
        }
    }
}
