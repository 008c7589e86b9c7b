package io.teal.rehearsal.judge;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.FleetReader;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.elb.HealthCheck;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.template.Fields;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Dangers of Auto Scaling groups. */
final class FleetDangers {
    /** A host that is installed as it boots takes a minute at least. */
    private static final Duration USUAL_BOOT = Duration.ofMinutes(1);

    /** These do not change in a template when the launch template does. */
    private static final Set<String> MOVING_VERSIONS = Set.of("$Latest", "$Default");

    private FleetDangers() {}

    static Stream<Remark> of(TemplateFacts facts) {
        return facts.model().fleets().values().stream()
                .flatMap(fleet -> Stream.of(alone(fleet), impatient(facts.model(), fleet), moving(facts, fleet))
                        .flatMap(Optional::stream));
    }

    private static Optional<Remark> alone(FleetModel fleet) {
        return fleet.size().initial() == 1
                ? Optional.of(Remark.danger(fleet.label() + " has one host: while it is replaced, nothing serves"))
                : Optional.empty();
    }

    private static Optional<Remark> impatient(StackModel model, FleetModel fleet) {
        Optional<Duration> detected = fleet.groups().stream()
                .map(model.groups()::get)
                .filter(group -> group != null)
                .map(TargetGroupModel::healthCheck)
                .map(HealthCheck::detection)
                .min(Comparator.naturalOrder());
        return detected.filter(time -> fleet.care().byLoadBalancer())
                .map(time -> time.compareTo(fleet.care().grace()) > 0
                        ? time
                        : fleet.care().grace())
                .filter(time -> time.compareTo(USUAL_BOOT) < 0)
                .map(time -> Remark.danger(fleet.label() + " replaces each host that does not answer health checks "
                        + Numbers.time(time) + " after its launch: one that boots longer never serves"));
    }

    private static Optional<Remark> moving(TemplateFacts facts, FleetModel fleet) {
        String version = FleetReader.launchTemplateVersion(facts.fields(fleet.id()));
        return MOVING_VERSIONS.contains(version)
                ? Optional.of(Remark.danger(fleet.label() + " boots launch template version " + version
                        + ": no deploy replaces its hosts, and each that Auto Scaling adds boots what is newest then"))
                : Optional.empty();
    }

    /** Fleets whose hosts should boot something else after an update, and are not replaced. */
    static Stream<Remark> between(TemplateFacts before, TemplateFacts after) {
        return after.model().fleets().values().stream()
                .filter(fleet -> before.model().fleets().containsKey(fleet.id())
                        && fleet.update().isEmpty())
                .filter(fleet -> !boots(before, fleet).equals(boots(after, fleet)))
                .map(fleet -> Remark.danger("what hosts of " + fleet.label()
                        + " boot changes, and no update policy replaces them: they run the old until they fail"));
    }

    private static Object boots(TemplateFacts facts, FleetModel fleet) {
        Fields fields = facts.fields(fleet.id());
        return FleetReader.boots(fields, facts.template());
    }
}
