package io.teal.rehearsal.aws.autoscaling;

/** How a group replaces its hosts when they should boot something else: its update policy. */
public sealed interface HostUpdate permits RefreshModel, RollingModel, ReplacingModel {}
