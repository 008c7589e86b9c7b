package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.template.TemplateReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefreshesTest {
    private static RefreshModel read(String preferences) {
        String text =
                "{\"Resources\": {\"Errors\": {\"Type\": \"AWS::SNS::Topic\"}, \"F\": {\"Type\": \"AWS::AutoScaling::AutoScalingGroup\","
                        + " \"Properties\": {\"HealthCheckGracePeriod\": 90},"
                        + " \"UpdatePolicy\": {\"AutoScalingInstanceRefresh\": {\"Preferences\": {" + preferences
                        + "}}}}}}";
        return StackReader.read(new TemplateReader(Map.of()).parse(text, "a.json"))
                .fleets()
                .get("F")
                .update()
                .map(RefreshModel.class::cast)
                .orElseThrow();
    }

    @Test
    void whatATemplateLeavesOutHasTheDefaultsOfCloudFormation() {
        RefreshModel refresh = read("\"CheckpointPercentages\": [50, 100]");
        assertThat(refresh.minHealthy()).isEqualTo(100);
        assertThat(refresh.maxHealthy()).isEqualTo(110);
        assertThat(refresh.launchesFirst()).isTrue();
        assertThat(refresh.checkpointDelay()).isEqualTo(Duration.ofHours(1));
        assertThat(refresh.warmUp()).isEqualTo(Duration.ofSeconds(90));
        assertThat(refresh.bake()).isZero();
        assertThat(refresh.skipsMatching()).isTrue();
    }

    @Test
    void whatATemplateSaysIsRead() {
        RefreshModel refresh = read("\"MinHealthyPercentage\": 100, \"MaxHealthyPercentage\": 150,"
                + " \"CheckpointPercentages\": [20, 100], \"CheckpointDelay\": 300, \"BakeTime\": 600,"
                + " \"InstanceWarmup\": 30, \"SkipMatching\": true,"
                + " \"AlarmSpecification\": {\"Alarms\": [{\"Ref\": \"Errors\"}]}");
        assertThat(refresh)
                .isEqualTo(new RefreshModel(
                        100,
                        150,
                        List.of(20, 100),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(10),
                        true,
                        List.of("Errors")));
    }

    @Test
    void aBatchIsWhatThePercentagesLeaveRoomForAndNeverNothing() {
        assertThat(read("\"MinHealthyPercentage\": 100, \"MaxHealthyPercentage\": 150")
                        .batch(4))
                .isEqualTo(2);
        assertThat(read("").batch(4)).isEqualTo(1);
        assertThat(read("").batch(20)).isEqualTo(2);
    }
}
