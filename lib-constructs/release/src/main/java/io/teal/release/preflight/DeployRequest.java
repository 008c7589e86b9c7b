package io.teal.release.preflight;

import io.teal.release.Color;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Required;
import io.teal.release.Strategy;
import io.teal.release.plan.Gating;
import java.util.Map;

/**
 * What a deploy asks for: the property map that Preflight gets.
 *
 * @param request the release, and what it overrides
 * @param source where it is written, so that messages can say what to write there
 * @param strategy how weights move
 * @param gating the evidence that each step needs
 * @param newest the newest launch template version of each colour
 * @param max the largest desired capacity of each fleet
 * @param otherPorts whether the service would have more or fewer ports than before
 */
public record DeployRequest(
        ReleaseRequest request,
        ReleaseSource source,
        Strategy strategy,
        Gating gating,
        Map<Color, String> newest,
        Map<Color, Integer> max,
        boolean otherPorts) {
    /** Of a service that keeps its ports. */
    public DeployRequest(
            ReleaseRequest request,
            ReleaseSource source,
            Strategy strategy,
            Gating gating,
            Map<Color, String> newest,
            Map<Color, Integer> max) {
        this(request, source, strategy, gating, newest, max, false);
    }

    public DeployRequest {
        Required.all(request, source, strategy, gating);
        newest = Map.copyOf(newest);
        max = Map.copyOf(max);
    }
}
