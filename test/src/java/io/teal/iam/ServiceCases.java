package io.teal.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Release;
import io.teal.release.Version;
import io.teal.release.cutover.ColorProperties;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.InstallProperties;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.ListenerRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The life of one service in a deployed template: what CloudFormation asks of its function in each deploy, so that the
 * runtime makes every call that it can make of this shape.
 */
final class ServiceCases {
    private static final Version ONE = Version.of("1.0.0");
    private static final Version TWO = Version.of("2.0.0");
    private static final Version THREE = Version.of("3.0.0");

    final StackOperation operation;
    final ServiceProperties properties;

    ServiceCases(DeployedTemplate template, String service) {
        this.properties = new ServiceProperties(template, service);
        this.operation = new StackOperation(template);
    }

    /** Goes through all cases. */
    ServiceCases play() {
        if (properties.ids(Contract.SHIFT).isEmpty()) {
            inPlace();
        } else {
            blueGreen();
        }
        return this;
    }

    private void blueGreen() {
        Release first = Release.first(Color.BLUE, ONE);
        create(first);
        Release promoted = first.start(TWO).promote();
        fails(first, promoted);
        update(first, promoted);
        guard(promoted);
        Release retired = promoted.retire();
        update(promoted, retired);
        Release next = retired.start(THREE).promote();
        fails(retired, next);
        update(retired, next);
        delete(next);
    }

    private void create(Release to) {
        CutoverProperties wanted = properties.at(to);
        ListenerRule production = operation.account.production(wanted);
        operation.account.withdraw(production);
        operation.status("CREATE_IN_PROGRESS");
        ask(Contract.PREFLIGHT, Optional.empty(), to);
        fleets(to);
        ask(Contract.INSTALL, Optional.empty(), to);
        ask(Contract.SHIFT, Optional.empty(), to);
        operation.account.make(production);
    }

    private void update(Release from, Release to) {
        operation.status("UPDATE_IN_PROGRESS");
        operation.older(properties.at(to).stateMachine());
        ask(Contract.PREFLIGHT, Optional.of(from), to);
        fleets(to);
        somebodyInstalls();
        ask(Contract.INSTALL, Optional.of(from), to);
        ask(Contract.SHIFT, Optional.of(from), to);
    }

    /** A deployment of something else is in the way of each that is to come. */
    private void somebodyInstalls() {
        for (String id : properties.ids(Contract.INSTALL)) {
            InstallProperties install = properties.install(id);
            operation.installer.busy(install.application(), install.group());
        }
    }

    /**
     * The new version raises its alarms when it has traffic, and the fleet that it comes from has been scaled in by
     * then; the stack turns back.
     */
    private void fails(Release from, Release to) {
        operation.status("UPDATE_IN_PROGRESS");
        ask(Contract.PREFLIGHT, Optional.of(from), to);
        fleets(to);
        ask(Contract.INSTALL, Optional.of(from), to);
        String shift = properties.main();
        CutoverProperties wanted = properties.at(to);
        operation.account.meanwhile(() -> {
            wanted.of(to.active())
                    .alarms()
                    .forEach(alarm -> operation.account.alarms.put(alarm, new AlarmReading("ALARM", "")));
            operation.account.shrink(wanted.of(from.active()).group());
        });
        assertThat(send(shift, Contract.SHIFT, Optional.of(from), to)).isPresent();
        operation.account.alarms.clear();
        operation.status("UPDATE_ROLLBACK_IN_PROGRESS");
        ask(Contract.PREFLIGHT, Optional.of(to), from);
        ask(Contract.INSTALL, Optional.of(to), from);
        ask(Contract.SHIFT, Optional.of(to), from);
        fleets(from);
    }

    /** An alarm after the release returns traffic; then somebody puts it back. */
    private void guard(Release promoted) {
        CutoverProperties wanted = properties.at(promoted);
        if (wanted.guard().isEmpty()) {
            return;
        }
        operation.status("UPDATE_COMPLETE");
        wanted.of(promoted.active())
                .alarms()
                .forEach(alarm -> operation.account.alarms.put(alarm, new AlarmReading("ALARM", "")));
        ListenerRule before = operation.account.production(wanted);
        operation.guard(wanted.stateMachine());
        assertThat(operation.account.writes).last().asString().startsWith("modify ");
        operation.account.modifyActions(before);
        operation.account.alarms.clear();
    }

    private void delete(Release last) {
        operation.status("DELETE_IN_PROGRESS");
        String shift = properties.main();
        assertThat(operation.send(shift, Contract.SHIFT, "Delete", properties.map(shift, last), Optional.empty()))
                .isEmpty();
    }

    private void inPlace() {
        Release one = Release.first(Color.BLUE, ONE);
        Release two = Release.first(Color.BLUE, TWO);
        String install = properties.main();
        fleets(one);
        operation.status("CREATE_IN_PROGRESS");
        ask(Contract.INSTALL, Optional.empty(), one);
        somebodyInstalls();
        operation.status("UPDATE_IN_PROGRESS");
        ask(Contract.INSTALL, Optional.of(one), two);
        operation.installer.outcome = "Failed";
        assertThat(send(install, Contract.INSTALL, Optional.of(two), one)).isPresent();
        operation.installer.outcome = "Succeeded";
        operation.status("UPDATE_ROLLBACK_IN_PROGRESS");
        ask(Contract.INSTALL, Optional.of(one), two);
    }

    /** Every custom resource of {@code type} that the template of {@code to} has must succeed. */
    private void ask(String type, Optional<Release> from, Release to) {
        for (String id : properties.ids(type)) {
            if (!type.equals(Contract.INSTALL) || hasFleet(id, to)) {
                assertThat(send(id, type, from, to))
                        .as("%s from %s to %s", id, from, to)
                        .isEmpty();
            }
        }
    }

    private boolean hasFleet(String install, Release release) {
        return properties
                .install(install)
                .color()
                .flatMap(color -> Optional.of(release.version(color).isPresent()))
                .orElse(true);
    }

    private Optional<String> send(String id, String type, Optional<Release> from, Release to) {
        String request = from.isPresent() ? "Update" : "Create";
        return operation.send(
                id, type, request, properties.map(id, to), from.map(release -> properties.map(id, release)));
    }

    /** CloudFormation makes the fleets of {@code release}; a new one has one host, what served has two. */
    private void fleets(Release release) {
        CutoverProperties wanted = properties.at(release);
        if (wanted.sharesHosts()) {
            shared(wanted);
            return;
        }
        for (Color color : Color.values()) {
            ColorProperties of = wanted.of(color);
            Optional<Version> version = release.version(color);
            boolean same = version.isPresent() && runs(of.group(), version.get());
            if (version.isEmpty()) {
                operation.account.groups.remove(of.group());
            } else if (!same) {
                int desired = release.active() == color && operation.account.groups.isEmpty() ? 2 : 1;
                operation.account.fleet(of.group(), of.targetGroups(), desired, tags(color, version.get()));
            }
        }
    }

    private boolean runs(String group, Version version) {
        return operation.account.groups.containsKey(group)
                && version.value()
                        .equals(operation.account.groups.get(group).tags().get(Contract.VERSION_TAG));
    }

    private static Map<String, String> tags(Color color, Version version) {
        return Map.of(Contract.VERSION_TAG, version.value(), Contract.COLOR_TAG, color.toString());
    }

    private void shared(CutoverProperties wanted) {
        Map<String, String> tags = new HashMap<>();
        for (Color color : Color.values()) {
            wanted.request()
                    .release()
                    .version(color)
                    .ifPresent(version -> tags.put(Contract.versionTag(color), version.value()));
        }
        String group = wanted.of(Color.BLUE).group();
        List<String> targets = List.of(
                wanted.of(Color.BLUE).targetGroups().get(0),
                wanted.of(Color.GREEN).targetGroups().get(0));
        if (operation.account.groups.containsKey(group)) {
            operation.account.retag(group, tags);
        } else {
            operation.account.fleet(group, targets, 2, tags);
        }
    }
}
