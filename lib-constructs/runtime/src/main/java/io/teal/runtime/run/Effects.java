package io.teal.runtime.run;

import io.teal.release.Color;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.Aws;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.release.step.Effect;
import java.util.List;
import java.util.Optional;

/** Carries out what the engine calls, each in one write. */
public final class Effects {
    private final Aws aws;
    private final CutoverProperties properties;

    /** Acts on the service that {@code properties} describe. */
    public Effects(Aws aws, CutoverProperties properties) {
        this.aws = aws;
        this.properties = properties;
    }

    /** Rewrites the two weights, unless they are no longer what they must be: the next tick sees that. */
    public void apply(Effect.SetWeights write) {
        Production production = new Production(aws, properties);
        Optional<ListenerRule> rule = production.rule();
        rule.filter(live -> production.weights(live).equals(write.from()))
                .ifPresent(live -> aws.modifyActions(production.with(live, write.to())));
    }

    /** Sets a fleet's desired capacity. */
    public void apply(Effect.SetDesired write) {
        aws.setDesiredCapacity(properties.of(write.color()).group(), write.desired());
    }

    void mark(Color color) {
        Version version = properties.request().release().version(color).orElseThrow();
        aws.createOrUpdateTag(
                properties.of(color).group(), ColorTags.of(properties, color).promotedKey(), version.value());
    }

    void stop(List<Execution> older) {
        older.forEach(run -> aws.stopExecution(run.arn(), "a newer run of the same service has begun"));
    }
}
