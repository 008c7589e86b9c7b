package io.teal.constructs;

import io.teal.constructs.internal.cutover.CutoverSettings;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import java.util.Optional;

/**
 * The setters that the builders of both services of two colours have.
 *
 * @param <B> the builder itself, that its setters return
 */
abstract class TwoColorBuilder<B extends TwoColorBuilder<B>> extends ServiceBuilder<B> {
    ReleaseRequest request;
    private Optional<CutoverSettings> cutover = Optional.empty();

    TwoColorBuilder() {}

    /** The release: which colour is active and what each runs. Required, in this form or the other. */
    public B release(Release release) {
        return release(ReleaseRequest.of(release));
    }

    /** The release that flags or a file describe, see {@link ReleaseContext}. Required, in this form or the other. */
    public B release(ReleaseRequest asked) {
        this.request = asked;
        return self();
    }

    /** How traffic moves, and what is checked before it does. Default: {@link CutoverOptions#builder()}'s. */
    public B cutover(CutoverOptions options) {
        this.cutover = Optional.of(options.settings);
        return self();
    }

    /** What was given, or the default. */
    final CutoverSettings cutoverSettings() {
        return cutover.orElseGet(() -> CutoverOptions.builder().build().settings);
    }
}
