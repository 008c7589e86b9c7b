package io.teal.operate.plan;

import io.teal.release.observation.Weights;
import java.time.Duration;
import java.util.Optional;

/**
 * A stage of a deploy.
 *
 * @param what what happens, one line
 * @param takes the shortest time it takes
 * @param atMost the longest time it may take; after that it has failed
 * @param live the weights during it; empty if there is no production action yet
 */
public record Stage(String what, Duration takes, Duration atMost, Optional<Weights> live) {}
