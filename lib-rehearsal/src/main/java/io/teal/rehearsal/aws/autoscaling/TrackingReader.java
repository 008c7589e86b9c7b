package io.teal.rehearsal.aws.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Fields;
import java.util.Optional;

/** Reads {@code AWS::AutoScaling::ScalingPolicy}: only target tracking on average CPU is modelled. */
public final class TrackingReader {
    private static final String CPU = "ASGAverageCPUUtilization";

    private TrackingReader() {}

    /** Reads scaling policy {@code id}; empty if it is not modelled. */
    public static Optional<TrackingModel> read(String id, Fields fields) {
        JsonNode configuration = fields.at("TargetTrackingConfiguration");
        String metric = configuration
                .path("PredefinedMetricSpecification")
                .path("PredefinedMetricType")
                .asText();
        String fleet = fields.referred("AutoScalingGroupName");
        boolean scalesIn = !fields.flag("DisableScaleIn", configuration.path("DisableScaleIn"));
        return metric.equals(CPU)
                ? Optional.of(new TrackingModel(
                        id, fleet, fields.decimal("TargetValue", configuration.path("TargetValue")), scalesIn))
                : Optional.empty();
    }
}
