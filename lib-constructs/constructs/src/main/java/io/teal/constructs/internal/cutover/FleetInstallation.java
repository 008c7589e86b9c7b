package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.fleet.AutoScalingFleet;
import io.teal.release.Color;
import java.util.Optional;

/**
 * What CodeDeploy installs on one fleet.
 *
 * @param color whose version; empty if both colours'
 * @param installation how
 * @param fleet on which hosts
 */
record FleetInstallation(Optional<Color> color, Installation installation, AutoScalingFleet fleet) {}
