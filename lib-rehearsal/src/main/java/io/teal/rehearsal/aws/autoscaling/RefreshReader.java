package io.teal.rehearsal.aws.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code AutoScalingInstanceRefresh}, with CloudFormation's defaults, which are not Auto Scaling's. */
final class RefreshReader {
    private static final String ROLLING = "Rolling";
    private static final int MIN_HEALTHY_PERCENT = 100;
    private static final int MAX_HEALTHY_PERCENT = 110;
    private static final int CHECKPOINT_DELAY_SECONDS = 3600;

    private final Fields fields;
    private final JsonNode preferences;

    private RefreshReader(Fields fields, JsonNode preferences) {
        this.fields = fields;
        this.preferences = preferences;
    }

    static Optional<RefreshModel> read(Fields fields) {
        JsonNode refresh = fields.updatePolicy().path("AutoScalingInstanceRefresh");
        if (refresh.isMissingNode()) {
            return Optional.empty();
        }
        String strategy = refresh.path("Strategy").asText(ROLLING);
        if (!strategy.equals(ROLLING)) {
            throw fields.refused("the refresh strategy " + strategy + " is not modelled", "only " + ROLLING + " is");
        }
        return Optional.of(new RefreshReader(fields, refresh.path("Preferences")).model());
    }

    private RefreshModel model() {
        int warmUp = fields.number("DefaultInstanceWarmup", fields.number("HealthCheckGracePeriod", 0));
        List<Integer> checkpoints = new ArrayList<>();
        for (JsonNode percent : preferences.path("CheckpointPercentages")) {
            checkpoints.add(fields.number("CheckpointPercentages", percent, 0));
        }
        List<String> alarms = new ArrayList<>();
        preferences.path("AlarmSpecification").path("Alarms").forEach(alarm -> alarms.add(Opaque.referred(alarm)));
        return new RefreshModel(
                number("MinHealthyPercentage", MIN_HEALTHY_PERCENT),
                number("MaxHealthyPercentage", MAX_HEALTHY_PERCENT),
                checkpoints,
                seconds("CheckpointDelay", CHECKPOINT_DELAY_SECONDS),
                seconds("InstanceWarmup", warmUp),
                seconds("BakeTime", 0),
                preferences.path("SkipMatching").isMissingNode()
                        || fields.flag("SkipMatching", preferences.path("SkipMatching")),
                alarms);
    }

    private int number(String name, int otherwise) {
        return fields.number(name, preferences.path(name), otherwise);
    }

    private Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }
}
