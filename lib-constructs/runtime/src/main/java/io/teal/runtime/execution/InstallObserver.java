package io.teal.runtime.execution;

import io.teal.release.cutover.CutoverProperties;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Direction;
import io.teal.release.observation.InstallState;
import io.teal.release.observation.Observation;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentGroup;
import io.teal.release.port.DeploymentTarget;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads CodeDeploy and the hosts through the port, for a run that installs. */
final class InstallObserver {
    private final Aws aws;
    private final CodeDeploy codeDeploy;
    private final Clock clock;
    private final Event event;
    private final CutoverProperties properties;
    private final Installable what;
    private final Consumer<AwsException> failures;

    /** {@code failures} gets what could not be read. */
    InstallObserver(Aws aws, Clock clock, Event event, Consumer<AwsException> failures) {
        this.aws = aws;
        this.codeDeploy = aws.codeDeploy();
        this.clock = clock;
        this.event = event;
        this.properties = event.properties();
        this.what = Installable.of(event);
        this.failures = failures;
    }

    Event event() {
        return event;
    }

    Installable what() {
        return what;
    }

    /** Reads what a tick of a run with {@code journal} needs; {@code late} if its step's deadline has passed. */
    Observation observe(Journal journal, boolean late) {
        Optional<Direction> direction = Optional.empty();
        try {
            direction = Optional.of(Direction.of(aws.describeStackStatus(event.stack())));
            InstallState seen = journal.installing()
                    .deployment()
                    .map(codeDeploy::getDeployment)
                    .map(own -> following(own, journal, late))
                    .orElseGet(() -> journal.goingBack() ? InstallState.NOTHING : beginning());
            return new Observation(clock.instant(), direction, Optional.of(seen), "");
        } catch (AwsException unread) {
            failures.accept(unread);
            return new Observation(clock.instant(), direction, Optional.empty(), unread.getMessage());
        }
    }

    private InstallState following(Deployment own, Journal journal, boolean late) {
        boolean installed = own.succeeded() && own.unsuccessful() == 0;
        boolean explain = own.running() ? late : !installed;
        InstallState seen =
                installed && journal.step() == 0 && journal.installing().marked() && !journal.goingBack()
                        ? hosts(Set.of(own.id()))
                        : InstallState.NOTHING;
        boolean watched = installed && journal.step() > 0 && !journal.goingBack();
        return seen.following(
                        own,
                        explain
                                ? new DeploymentExplanation(codeDeploy).of(own)
                                : "deployment " + own.id() + " is " + own.status())
                .watching(watched ? alarm() : Optional.empty());
    }

    private InstallState beginning() {
        return serves() ? InstallState.NOTHING.serving() : hosts(Set.of());
    }

    private InstallState hosts(Set<String> own) {
        AutoScalingGroup group = group();
        int wanted = Math.max(1, group.desired());
        boolean complete = group.instances().size() >= wanted;
        DeploymentGroup remembered = codeDeploy.getDeploymentGroup(
                what.install().application(), what.install().group());
        Map<String, Map<String, String>> tags = own.isEmpty() ? aws.describeHostTags(group.name()) : Map.of();
        return new InstallState(
                false,
                Set.copyOf(group.instances()),
                complete ? Optional.empty() : Optional.of(missing(group, wanted, remembered)),
                group.instances().stream()
                        .allMatch(host -> what.differing(properties, tags.getOrDefault(host, Map.of()))
                                .isEmpty()),
                remembered.lastAttempted().or(remembered::lastSuccessful).map(codeDeploy::getDeployment),
                running(),
                Optional.empty(),
                own.stream().flatMap(id -> succeededOn(id).stream()).collect(Collectors.toSet()),
                "",
                Optional.empty());
    }

    /** CodeDeploy installs on hosts in service only. */
    private static String missing(AutoScalingGroup group, int wanted, DeploymentGroup remembered) {
        return group.instances().size() + " of " + wanted + " hosts are in service"
                + remembered
                        .lastSuccessful()
                        .map(id -> "; before it is in service a host gets deployment " + id
                                + ", the group's last successful one, and is ended if that fails")
                        .orElse("");
    }

    private Optional<Deployment> running() {
        List<Deployment> running =
                codeDeploy
                        .listRunningDeployments(
                                what.install().application(), what.install().group())
                        .stream()
                        .map(codeDeploy::getDeployment)
                        .filter(Deployment::running)
                        .toList();
        return running.stream()
                .filter(one -> !one.isOfALaunch())
                .findFirst()
                .or(() -> running.stream().findFirst());
    }

    private Set<String> succeededOn(String deployment) {
        return codeDeploy.describeDeploymentTargets(deployment).stream()
                .filter(target -> target.status().equals("Succeeded"))
                .map(DeploymentTarget::host)
                .collect(Collectors.toSet());
    }

    /** Whether hosts with traffic would be changed and in-place was not requested. */
    private boolean serves() {
        return what.install().inPlace().isEmpty()
                && new Observer(aws, properties, clock)
                        .live()
                        .filter(weights -> changed().stream()
                                .flatMap(one -> one.color().stream())
                                .anyMatch(color -> weights.of(color) > 0))
                        .isPresent();
    }

    /**
     * Of colours that share the hosts, those whose version tag on some host is not the release's. A host that the
     * tagging API does not know yet is left out.
     */
    List<Installable.Wanted> changed() {
        if (what.wanted().size() == 1) {
            return what.wanted();
        }
        AutoScalingGroup group = group();
        Map<String, Map<String, String>> tags = aws.describeHostTags(group.name());
        return what.wanted().stream()
                .filter(one -> group.instances().stream()
                        .filter(tags::containsKey)
                        .anyMatch(host ->
                                what.differing(properties, tags.get(host)).contains(one)))
                .toList();
    }

    AutoScalingGroup group() {
        return aws.describeAutoScalingGroup(what.fleet())
                .orElseThrow(() ->
                        new AwsException("NotThere", "Auto Scaling group " + what.fleet() + " does not exist", null));
    }

    private Optional<String> alarm() {
        Map<String, AlarmReading> read = what.alarms().isEmpty() ? Map.of() : aws.describeAlarms(what.alarms());
        for (String name : what.alarms()) {
            if (!read.containsKey(name)) {
                throw new AwsException("NotThere", "alarm " + name + " cannot be read", null);
            }
        }
        return AlarmText.raised(what.alarms(), read);
    }
}
