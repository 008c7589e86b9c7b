package io.teal.release;

import java.util.Optional;

/**
 * What one deploy asks for: a release, how to move to it, and the one refusal it overrides.
 *
 * @param release what the deploy settles on
 * @param strategy how this deploy moves weights; empty leaves it to the service
 * @param allowRollBack whether traffic may return to a former live colour
 * @param schema what it says of the schema that both colours use
 */
public record ReleaseRequest(Release release, Optional<Strategy> strategy, boolean allowRollBack, SchemaStep schema) {
    public ReleaseRequest {
        Required.all(release, strategy, schema);
        allowRollBack = allowRollBack || schema == SchemaStep.PUT_BACK;
    }

    /** A request that says nothing of a schema. */
    public ReleaseRequest(Release release, Optional<Strategy> strategy, boolean allowRollBack) {
        this(release, strategy, allowRollBack, SchemaStep.NONE);
    }

    /** How this deploy moves weights: {@code usual}, the service's own strategy, unless it says otherwise. */
    public Strategy way(Strategy usual) {
        return strategy.orElse(usual);
    }

    /** A request for {@code release} in the service's own way. */
    public static ReleaseRequest of(Release release) {
        return new ReleaseRequest(release, Optional.empty(), false);
    }

    /** The same that says {@code step} of the schema. */
    public ReleaseRequest with(SchemaStep step) {
        return new ReleaseRequest(release, strategy, allowRollBack, step);
    }
}
