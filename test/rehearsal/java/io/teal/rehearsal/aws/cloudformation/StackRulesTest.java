package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.autoscaling.World;
import io.teal.rehearsal.aws.elb.RuleModel;
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

    /** CloudFormation makes what is new before it removes what is old. */
    @Test
    void aRuleOfAnotherLogicalIdCannotHaveThePriorityOfTheOld() {
        apply(withRule(1), Optional.empty());
        String renamed = withRule(1).replace("\"R\"", "\"S\"");
        assertThat(stack.apply(model(renamed), Optional.empty())).hasValue("Priority '1' is currently in use");
        assertThat(stack.status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(world.balancer.rules("L")).extracting(RuleModel::id).containsExactly("R");
    }

    @Test
    void aListenerOfAnotherLogicalIdCannotHaveThePortOfTheOld() {
        apply(withListener("M"), Optional.empty());
        assertThat(stack.apply(model(withListener("N")), Optional.empty()))
                .hasValue("A listener already exists on port 90 of this load balancer");
        assertThat(world.balancer.listeners()).contains("M").doesNotContain("N");
        apply(withListener("M"), Optional.empty());
    }

    private static String withListener(String id) {
        return """
                , "LB": {"Type": "AWS::ElasticLoadBalancingV2::LoadBalancer"},
                "%s": {"Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": {
                  "LoadBalancerArn": {"Ref": "LB"}, "Port": 90,
                  "DefaultActions": [{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}]}}""".formatted(id);
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
