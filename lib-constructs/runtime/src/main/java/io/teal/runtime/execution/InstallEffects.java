package io.teal.runtime.execution;

import io.teal.release.cutover.InstallProperties;
import io.teal.release.port.Aws;
import io.teal.release.port.CodeDeploy;
import io.teal.release.step.Effect;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Carries out the engine's effects for a run that installs. */
final class InstallEffects {
    /** The most that the tagging API takes in one call. */
    private static final int MOST_TAGGED = 20;

    /** Prefix of the version in a host's tag while what it runs is unknown; no version has a space. */
    private static final String MARK = "installing ";

    private static final int PAUSE_SECONDS = 5;

    private final Aws aws;
    private final CodeDeploy codeDeploy;
    private final Event event;
    private final InstallObserver observer;
    private final Installable what;

    InstallEffects(Aws aws, Clock clock, Event event) {
        this.aws = aws;
        this.codeDeploy = aws.codeDeploy();
        this.event = event;
        this.observer = new InstallObserver(aws, clock, event);
        this.what = Installable.of(event);
    }

    /** Marks all hosts in service, whatever tags the tagging API reports: it may be late. */
    CallResult markHosts() {
        List<String> hosts = observer.group().instances();
        observer.changed().forEach(one -> tag(hosts, one, MARK + one.version()));
        return CallResult.after(0);
    }

    CallResult tagHosts(Effect.TagHosts effect) {
        what.wanted().forEach(one -> tag(effect.hosts(), one, one.version()));
        return CallResult.after(0);
    }

    CallResult createDeployment(Effect.CreateDeployment effect) {
        InstallProperties install = what.install();
        String description = "Teal " + event.execution();
        String id = effect.alarms()
                ? codeDeploy.createDeployment(install.application(), install.group(), what.revision(), description)
                : codeDeploy.createDeploymentWithoutAlarms(
                        install.application(), install.group(), what.revision(), description);
        return new CallResult(Optional.empty(), Optional.of(id), PAUSE_SECONDS);
    }

    CallResult stopDeployment(Effect.StopDeployment effect) {
        codeDeploy.stopDeployment(effect.deployment());
        return CallResult.after(PAUSE_SECONDS);
    }

    private void tag(Collection<String> hosts, Installable.Wanted one, String value) {
        List<String> arns = hosts.stream()
                .sorted()
                .map(host -> Arns.host(event.stack(), host))
                .toList();
        for (int from = 0; from < arns.size(); from += MOST_TAGGED) {
            aws.tagResources(arns.subList(from, Math.min(from + MOST_TAGGED, arns.size())), one.key(), value);
        }
    }
}
