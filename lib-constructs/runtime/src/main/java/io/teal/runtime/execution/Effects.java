package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.Aws;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.release.step.Effect;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Carries out the engine's effects, each in one write. The state machine calls the user's hook, so that call is only
 * returned.
 */
public final class Effects implements Effect.Caller<CallResult> {
    private static final int PAUSE_SECONDS = 2;

    private final Aws aws;
    private final CutoverProperties properties;
    private final Supplier<List<Execution>> older;
    private final Supplier<InstallEffects> installs;

    /**
     * For the service that {@code properties} describe.
     *
     * @param older executions of it that began before this run; only read if they are to be stopped
     */
    public Effects(Aws aws, CutoverProperties properties, Supplier<List<Execution>> older) {
        this(aws, properties, older, () -> {
            throw new IllegalStateException("an emergency rollback installs nothing");
        });
    }

    Effects(Aws aws, CutoverProperties properties, Supplier<List<Execution>> older, Supplier<InstallEffects> installs) {
        this.aws = aws;
        this.properties = properties;
        this.older = older;
        this.installs = installs;
    }

    /** Rewrites the two weights if they are as expected; otherwise the next tick sees the difference. */
    @Override
    public CallResult setWeights(Effect.SetWeights write) {
        ProductionAction production = new ProductionAction(aws, properties);
        Optional<ListenerRule> rule = production.rule();
        rule.filter(live -> production.weights(live).equals(write.from()))
                .ifPresent(live -> aws.modifyActions(production.with(live, write.to())));
        return CallResult.after(PAUSE_SECONDS);
    }

    @Override
    public CallResult setDesired(Effect.SetDesired write) {
        aws.setDesiredCapacity(properties.of(write.color()).group(), write.desired());
        return CallResult.after(PAUSE_SECONDS);
    }

    @Override
    public CallResult invokeHook(Effect.InvokeHook hook) {
        return new CallResult(Optional.of(hook.color()), Optional.empty(), 0);
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

    @Override
    public CallResult markHosts(Effect.MarkHosts effect) {
        return installs.get().markHosts();
    }

    @Override
    public CallResult createDeployment(Effect.CreateDeployment effect) {
        return installs.get().createDeployment(effect);
    }

    @Override
    public CallResult stopDeployment(Effect.StopDeployment effect) {
        return installs.get().stopDeployment(effect);
    }

    @Override
    public CallResult tagHosts(Effect.TagHosts effect) {
        return installs.get().tagHosts(effect);
    }
}
