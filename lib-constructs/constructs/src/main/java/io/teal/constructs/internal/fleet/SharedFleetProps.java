package io.teal.constructs.internal.fleet;

import io.teal.release.Release;

/**
 * What a fleet that both colours share is made of.
 *
 * @param serviceName the service; part of the Auto Scaling group's name
 * @param release what both colours run
 * @param parts network, access, target groups, sizes
 * @param boot what its hosts boot from
 */
public record SharedFleetProps(String serviceName, Release release, FleetParts parts, HostBoot boot) {}
