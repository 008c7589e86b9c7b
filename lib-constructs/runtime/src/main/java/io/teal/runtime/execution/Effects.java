package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.Aws;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.release.step.Effect;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Carries out the engine's effects, each in one write. The state machine calls the user's hook, so that call is only
 * returned.
 */
public final class Effects implements Effect.Caller<CallResult> {
    private static final int PAUSE_SECONDS = 2;
    private static final int DEPLOYMENT_SECONDS = 5;

    /** The most that the tagging API takes in one call. */
    private static final int MOST_TAGGED = 20;

    /** Prefix of the version in a host's tag while what it runs is unknown; no version has a space. */
    private static final String MARK = "installing ";

    private final Aws aws;
    private final CutoverProperties properties;
    private final Supplier<List<Execution>> older;
    private final Supplier<InstallObserver> hosts;
    private final TickMemory memory;

    /**
     * For the service that {@code properties} describe.
     *
     * @param older executions of it that began before this run; only read if they are to be stopped
     */
    public Effects(Aws aws, CutoverProperties properties, Supplier<List<Execution>> older) {
        this(aws, properties, TickMemory.nothing(Instant.EPOCH), older);
    }

    /** Of a run that installs nothing; {@code memory} says which listener has the production action. */
    Effects(Aws aws, CutoverProperties properties, TickMemory memory, Supplier<List<Execution>> older) {
        this(aws, properties, memory, older, () -> {
            throw new IllegalStateException("an emergency rollback installs nothing");
        });
    }

    /** {@code memory} says which listener has the production action. */
    Effects(
            Aws aws,
            CutoverProperties properties,
            TickMemory memory,
            Supplier<List<Execution>> older,
            Supplier<InstallObserver> hosts) {
        this.memory = memory;
        this.aws = aws;
        this.properties = properties;
        this.older = older;
        this.hosts = hosts;
    }

    /** Rewrites the two weights if they are as expected; otherwise the next tick sees the difference. */
    @Override
    public CallResult setWeights(Effect.SetWeights write) {
        ProductionAction production = new ProductionAction(aws, properties);
        List<ListenerRule> rules = production.rules(memory);
        if (production.weights(rules).equals(Optional.of(write.from()))) {
            production.write(rules, write.to());
        }
        return CallResult.after(PAUSE_SECONDS);
    }

    @Override
    public CallResult setDesired(Effect.SetDesired write) {
        aws.setDesiredCapacity(properties.of(write.color()).group(), write.desired());
        return CallResult.after(PAUSE_SECONDS);
    }

    @Override
    public CallResult invokeHook(Effect.InvokeHook hook) {
        return new CallResult(Optional.of(hook), Optional.empty(), 0);
    }

    @Override
    public CallResult markPromoted(Effect.MarkPromoted mark) {
        Color color = mark.color();
        Version version = properties.request().release().version(color).orElseThrow();
        aws.createOrUpdateTag(
                properties.of(color).group(), ColorTags.of(properties, color).promotedKey(), version.value());
        return CallResult.after(PAUSE_SECONDS);
    }

    @Override
    public CallResult stopOlderRuns(Effect.StopOlderRuns stop) {
        older.get().forEach(run -> aws.stopExecution(run.arn(), "a newer run of the same service has begun"));
        return CallResult.after(PAUSE_SECONDS);
    }

    /** Marks all hosts in service, whatever tags the tagging API reports: it may be late. */
    @Override
    public CallResult markHosts(Effect.MarkHosts mark) {
        InstallObserver observer = hosts.get();
        List<String> all = observer.group().instances();
        observer.changed().forEach(one -> tag(observer, all, one, MARK + one.version()));
        return CallResult.after(0);
    }

    @Override
    public CallResult tagHosts(Effect.TagHosts tag) {
        InstallObserver observer = hosts.get();
        observer.what().wanted().forEach(one -> tag(observer, tag.hosts(), one, one.version()));
        return CallResult.after(0);
    }

    private void tag(InstallObserver observer, Collection<String> hosts, Installable.Wanted one, String value) {
        List<String> arns = hosts.stream()
                .sorted()
                .map(host -> Arns.host(observer.event().stack(), host))
                .toList();
        for (int from = 0; from < arns.size(); from += MOST_TAGGED) {
            aws.tagResources(arns.subList(from, Math.min(from + MOST_TAGGED, arns.size())), one.key(), value);
        }
    }

    @Override
    public CallResult createDeployment(Effect.CreateDeployment create) {
        InstallObserver observer = hosts.get();
        Installable what = observer.what();
        String application = what.install().application();
        String group = what.install().group();
        String description = "Teal " + observer.event().execution();
        String id = create.alarms()
                ? aws.codeDeploy().createDeployment(application, group, what.revision(), description)
                : aws.codeDeploy().createDeploymentWithoutAlarms(application, group, what.revision(), description);
        return new CallResult(Optional.empty(), Optional.of(id), DEPLOYMENT_SECONDS);
    }

    @Override
    public CallResult stopDeployment(Effect.StopDeployment stop) {
        aws.codeDeploy().stopDeployment(stop.deployment());
        return CallResult.after(DEPLOYMENT_SECONDS);
    }
}
