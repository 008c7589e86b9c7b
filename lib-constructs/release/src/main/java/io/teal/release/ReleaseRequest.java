package io.teal.release;

import java.util.Optional;

/**
 * What one deploy asks for: a release, how to move to it, and the one refusal it overrides.
 *
 * @param release what the deploy settles on
 * @param strategy how this deploy moves weights; empty leaves it to the service
 * @param allowRollBack whether traffic may return to a former live colour
 */
public record ReleaseRequest(Release release, Optional<Strategy> strategy, boolean allowRollBack) {
    public ReleaseRequest {
        Required.all(release, strategy);
    }

    /** A request for {@code release} in the service's own way. */
    public static ReleaseRequest of(Release release) {
        return new ReleaseRequest(release, Optional.empty(), false);
    }
}
