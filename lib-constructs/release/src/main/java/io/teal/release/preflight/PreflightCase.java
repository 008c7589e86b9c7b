package io.teal.release.preflight;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseFlag;
import io.teal.release.ReleaseRequest;
import io.teal.release.SchemaStep;
import io.teal.release.Slot;
import io.teal.release.Version;
import io.teal.release.observation.Weights;
import java.util.Optional;

/** One deploy to judge, with what the rules need to know of it. */
record PreflightCase(ReleaseRequest before, DeployRequest request, LiveState live) {

    Release settled() {
        return before.release();
    }

    /** Whether the schema was contracted by the deploy before, or an earlier one. */
    boolean contracted() {
        return before.schema() == SchemaStep.CONTRACTED;
    }

    /** Whether {@code color} runs what did not fit the schema any more when it was contracted. */
    boolean outdated(Color color) {
        return contracted()
                && color != settled().active()
                && live.fleet(color).map(RunningFleet::version).equals(settled().version(color));
    }

    Release wanted() {
        return request.request().release();
    }

    /** The colour that production is on. */
    Color active() {
        return live.weights().map(Weights::larger).orElse(wanted().active());
    }

    /** How the user writes {@code flag} with {@code value}. */
    String write(ReleaseFlag flag, Object value) {
        return request.source().write(flag, value);
    }

    boolean unsaid(Color color) {
        return wanted().slot(color) instanceof Slot.Unsaid;
    }

    /** Desired capacity of {@code color}; 0 if it has no fleet. */
    int desired(Color color) {
        return live.fleet(color).map(RunningFleet::desired).orElse(0);
    }

    /** Whether the request gives {@code color} more of production than it has. */
    boolean gains(Color color) {
        return wanted().weight(color) > live.percent(color);
    }

    /** Whether {@code color} has a fleet and the request names another version for it, or none. */
    boolean changes(Color color) {
        Optional<Version> runs = live.fleet(color).map(RunningFleet::version);
        return runs.isPresent() && !unsaid(color) && !runs.equals(wanted().version(color));
    }

    /** Whether the live weights differ from the template. */
    boolean drifted() {
        return !live.weights().equals(Optional.of(Weights.of(settled())));
    }

    /** Whether the request only adopts what is live. */
    boolean settles() {
        return live.weights().equals(Optional.of(Weights.of(wanted()))) && same(Color.BLUE) && same(Color.GREEN);
    }

    private boolean same(Color color) {
        return live.fleet(color).map(RunningFleet::version).equals(wanted().version(color));
    }
}
