package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.autoscaling.World;
import io.teal.rehearsal.template.TemplateReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Listener rules through the updates of a stack. */
class StackRulesTest {
    private final World world = World.virtual();
    private final List<StackEvent> events = new ArrayList<>();
    private final StackStandIn stack =
            new StackStandIn(world.balancer, world.fleets, world.timers, new StackPlay(1), events::add, line -> {});

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void aRuleComesChangesAndGoes() {
        apply(withRule(1), Optional.empty());
        assertThat(world.balancer.weights("R")).isEqualTo(Map.of("A", 1));
        apply(withRule(2), Optional.empty());
        assertThat(world.balancer.weights("R")).isEqualTo(Map.of("A", 2));
        apply("", Optional.empty());
        assertThat(world.balancer.rules("L")).isEmpty();
        assertThat(events).filteredOn(event -> event.id().equals("R")).allMatch(StackEvent::listener);
    }

    @Test
    void aRuleOfAnUpdateThatFailsIsPutBack() {
        apply(withRule(1), Optional.empty());
        apply(withRule(2), Optional.of(Trouble.lastResourceFails()));
        assertThat(world.balancer.weights("R")).isEqualTo(Map.of("A", 1));
    }

    private void apply(String rule, Optional<Trouble> trouble) {
        assertThat(stack.apply(model(rule), trouble)).isEqualTo(trouble.map(Trouble::reason));
    }

    private static String withRule(int weight) {
        return """
                , "R": {"Type": "AWS::ElasticLoadBalancingV2::ListenerRule", "Properties": {
                  "ListenerArn": {"Ref": "L"}, "Priority": 1,
                  "Conditions": [{"Field": "path-pattern", "Values": ["/a"]}],
                  "Actions": [{"Type": "forward", "ForwardConfig": {"TargetGroups": [
                    {"TargetGroupArn": {"Ref": "A"}, "Weight": %d}]}}]}}""".formatted(weight);
    }

    private static StackModel model(String rule) {
        String text = """
                {"Resources": {
                  "A": {"Type": "AWS::ElasticLoadBalancingV2::TargetGroup"},
                  "L": {"Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": {
                    "DefaultActions": [{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}]}}
                  %s}}""".formatted(rule);
        return StackReader.read(new TemplateReader(Map.of()).parse(text, "a.json"));
    }
}
