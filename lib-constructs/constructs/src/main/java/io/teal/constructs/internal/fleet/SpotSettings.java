package io.teal.constructs.internal.fleet;

import io.teal.release.InvalidValueException;
import java.util.Objects;
import software.amazon.awscdk.services.autoscaling.InstancesDistribution;
import software.amazon.awscdk.services.autoscaling.SpotAllocationStrategy;

/** The checked values of {@code HostOptions} about Spot Instances, whose builder documents each. */
public record SpotSettings(int percent, int onDemandBase, SpotAllocationStrategy allocation) {
    private static final int WHOLE = 100;

    /** Checks the ranges. */
    public SpotSettings {
        Objects.requireNonNull(allocation, "spotAllocation");
        InvalidValueException.require(
                percent >= 1 && percent <= WHOLE, "spot must be from 1 to 100 percent, got " + percent);
        InvalidValueException.require(onDemandBase >= 0, "onDemandBase must be 0 or more, got " + onDemandBase);
    }

    void requireBase(int maxCapacity) {
        InvalidValueException.require(
                onDemandBase <= maxCapacity,
                "onDemandBase must be at most maxCapacity " + maxCapacity + ", got " + onDemandBase);
    }

    InstancesDistribution distribution() {
        return InstancesDistribution.builder()
                .onDemandBaseCapacity(onDemandBase)
                .onDemandPercentageAboveBaseCapacity(WHOLE - percent)
                .spotAllocationStrategy(allocation)
                .build();
    }
}
