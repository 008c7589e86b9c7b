package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.template.Template;
import io.teal.rehearsal.template.TemplateReader;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stickiness and timeouts of a template. */
class StickyTest {
    private static final String STICKY = "{\"Key\": \"stickiness.enabled\", \"Value\": \"true\"}";
    private static final String APPLICATION = STICKY + ", {\"Key\": \"stickiness.type\", \"Value\": \"app_cookie\"},"
            + " {\"Key\": \"stickiness.app_cookie.cookie_name\", \"Value\": \"session\"}";
    private static final String FOR_AN_HOUR =
            ", \"TargetGroupStickinessConfig\": {\"Enabled\": true, \"DurationSeconds\": 3600}";

    private static Template template(String attributes, String groups, String sticky) {
        String text = """
                {"Resources": {
                  "LB": {"Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": {
                    "LoadBalancerAttributes": [
                      {"Key": "idle_timeout.timeout_seconds", "Value": "90"},
                      {"Key": "client_keep_alive.seconds", "Value": 60}]}},
                  "A": {"Type": "AWS::ElasticLoadBalancingV2::TargetGroup",
                    "Properties": {"TargetGroupAttributes": [%s]}},
                  "B": {"Type": "AWS::ElasticLoadBalancingV2::TargetGroup"},
                  "L": {"Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": {
                    "LoadBalancerArn": {"Ref": "LB"},
                    "DefaultActions": [{"Type": "forward", "ForwardConfig": {"TargetGroups": [%s]%s}}]}}}}""".formatted(attributes, groups, sticky);
        return new TemplateReader(Map.of()).parse(text, "a.json");
    }

    private static StackModel read(String attributes, String groups, String sticky) {
        return StackReader.read(template(attributes, groups, sticky));
    }

    private static String groups(String... ids) {
        StringBuilder groups = new StringBuilder();
        for (String id : ids) {
            groups.append(groups.isEmpty() ? "" : ", ").append("{\"TargetGroupArn\": {\"Ref\": \"%s\"}}".formatted(id));
        }
        return groups.toString();
    }

    @Test
    void timeoutsOfALoadBalancerAreRead() {
        assertThat(read("", groups("A"), "").resources().get("LB"))
                .isEqualTo(new LoadBalancerModel("LB", Duration.ofSeconds(90), Duration.ofSeconds(60), Set.of()));
        assertThat(read("", groups("A"), "").listeners().get("L").balancer()).isEqualTo("LB");
    }

    @Test
    void stickinessOfAGroupIsReadWithTheDefaultsOfAws() {
        assertThat(read(STICKY, groups("A"), "").groups().get("A").stickiness())
                .hasValue(new StickinessModel(Duration.ofDays(1), ""));
        assertThat(read(APPLICATION, groups("A"), "").groups().get("A").stickiness())
                .hasValue(new StickinessModel(Duration.ofDays(1), "session"));
        assertThat(read("", groups("A"), "").groups().get("A").stickiness()).isEmpty();
    }

    @Test
    void stickinessOfAnActionIsRead() {
        ActionModel action =
                read(STICKY, groups("A", "B"), FOR_AN_HOUR).listeners().get("L").action();
        assertThat(((ActionModel.Forward) action).sticky()).hasValue(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource({"false, is not sticky itself", "true, stickiness.type = app_cookie"})
    void whatAwsDoesNotAllowIsRefused(boolean application, String message) {
        String attributes = application ? APPLICATION : STICKY;
        assertThatThrownBy(() -> read(attributes, groups("A", "B"), application ? FOR_AN_HOUR : ""))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("Listener L in a.json")
                .hasMessageContaining(message);
    }
}
