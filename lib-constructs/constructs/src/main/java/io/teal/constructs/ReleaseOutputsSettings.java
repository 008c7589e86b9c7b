package io.teal.constructs;

import io.teal.constructs.traffic.TrafficRouter;
import io.teal.release.Release;
import java.util.Optional;

/**
 * The settings of {@link ReleaseOutputs}, for their own builder and their props'.
 *
 * @param <B> the builder itself, that its setters return
 */
public abstract class ReleaseOutputsSettings<B extends ReleaseOutputsSettings<B>> {
    private Release release;
    private TrafficRouter router;
    private Optional<String> stateMachine = Optional.empty();

    ReleaseOutputsSettings() {}

    /** The release that is shown. Required. */
    public B release(Release shown) {
        this.release = shown;
        return self();
    }

    /** What the release's traffic comes through. Required. */
    public B router(TrafficRouter balancer) {
        this.router = balancer;
        return self();
    }

    /** ARN of what drives its releases, for who wants to look at a run. Default: none. */
    public B stateMachine(String arn) {
        this.stateMachine = Optional.of(arn);
        return self();
    }

    abstract B self();

    final ReleaseOutputsProps props() {
        return new ReleaseOutputsProps(release, router, stateMachine);
    }
}
