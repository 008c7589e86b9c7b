package io.teal.constructs.internal.fleet;

import io.teal.release.Color;
import io.teal.release.Version;

/**
 * What the fleet of one colour is made of.
 *
 * @param serviceName the service; part of the Auto Scaling group's name
 * @param color the slot
 * @param version what it runs
 * @param parts network, access, target group, sizes
 * @param boot what its hosts boot from
 * @param applies what of the scaling options applies: no scale-in while both colours run, because an idle candidate
 *     would shrink just before it is needed; schedules on the active colour only
 */
public record ColorFleetProps(
        String serviceName,
        Color color,
        Version version,
        FleetParts parts,
        HostBoot boot,
        FleetScaling.Applies applies) {}
