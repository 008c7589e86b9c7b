package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Weights;
import io.teal.release.port.AwsException;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.Obstacle;
import io.teal.release.step.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The production actions of a service of two ports. */
class SeveralPlacesTest {
    private static final String OWN = "arn:listener/own";
    private static final String ADMIN = "arn:listener/admin";

    private final FakeAws aws = new FakeAws();
    private final CutoverProperties properties = properties();
    private final ProductionAction production = new ProductionAction(aws, properties);

    private static CutoverProperties properties() {
        Map<String, Object> map =
                new TreeMap<>(CutoverMap.write(Orders.properties(Orders.release(Color.BLUE, "1.0.0", "2.0.0"))));
        map.put("BlueTargetGroups", List.of(targets(Color.BLUE, ""), targets(Color.BLUE, "admin")));
        map.put("GreenTargetGroups", List.of(targets(Color.GREEN, ""), targets(Color.GREEN, "admin")));
        return CutoverMap.read(map);
    }

    private static String targets(Color color, String port) {
        return Orders.targets(color) + port;
    }

    private void has(String listener, String port, int blue, int green) {
        ListenerRule.Action forward = new ListenerRule.Action(
                "forward",
                List.of(
                        new ListenerRule.WeightedGroup(targets(Color.BLUE, port), blue),
                        new ListenerRule.WeightedGroup(targets(Color.GREEN, port), green)),
                "rest of " + port);
        aws.rules.put(listener, List.of(new ListenerRule(listener, true, List.of(forward))));
    }

    private void write(String from, String to) {
        new Effects(aws, properties, List::of)
                .setWeights(new Effect.SetWeights(Weights.parse(from), Weights.parse(to)));
    }

    @Test
    void areReadInTheOrderOfThePortsWhicheverListenerComesFirst() {
        has(ADMIN, "admin", 0, 100);
        has(OWN, "", 100, 0);
        assertThat(production.weights(production.rules())).contains(Weights.parse("100/0 + 0/100"));
    }

    @Test
    void areWrittenOneAfterTheOther() {
        has(OWN, "", 100, 0);
        has(ADMIN, "admin", 100, 0);
        write("100/0", "0/100");
        assertThat(aws.writes).containsExactly("modify " + OWN, "modify " + ADMIN);
        assertThat(production.weights(production.rules())).contains(Weights.parse("0/100"));
    }

    @Test
    void areNotWrittenWhereTheyAreAsTheyAreToBe() {
        has(OWN, "", 0, 100);
        has(ADMIN, "admin", 100, 0);
        write("0/100 + 100/0", "0/100");
        assertThat(aws.writes).containsExactly("modify " + ADMIN);
    }

    @Test
    void areNotWrittenIfOneIsNotAsItWasRead() {
        has(OWN, "", 100, 0);
        has(ADMIN, "admin", 60, 40);
        write("100/0", "0/100");
        assertThat(aws.writes).isEmpty();
    }

    @Test
    void goBackToWhatEachWas() {
        has(OWN, "", 0, 100);
        has(ADMIN, "admin", 0, 100);
        write("0/100", "100/0 + 0/100");
        assertThat(production.weights(production.rules())).contains(Weights.parse("100/0 + 0/100"));
    }

    @Test
    void areAllThereOrNoneIs() {
        assertThat(production.weights(production.rules())).isEmpty();
        has(OWN, "", 100, 0);
        assertThatThrownBy(production::rules)
                .hasMessageContaining("port 2 of the service")
                .isInstanceOfSatisfying(
                        AwsException.class,
                        missing -> assertThat(missing.obstacle()).isEqualTo(Obstacle.MISSING));
    }

    @Test
    void areLookedForInTheListenersThatHadThem() {
        has("arn:listener/preview", "other", 1, 0);
        has(OWN, "", 100, 0);
        has(ADMIN, "admin", 100, 0);
        TickMemory memory = TickMemory.nothing(Instant.EPOCH);
        production.rules(memory);
        assertThat(memory.listeners()).containsExactly(OWN, ADMIN);
    }

    @Test
    void whereAnotherRuleForwardsToBothOfOnePortNoneIsGuessed() {
        has(OWN, "", 100, 0);
        has(ADMIN, "admin", 100, 0);
        has("arn:listener/by-hand", "admin", 1, 1);
        assertThatThrownBy(production::rules).hasMessageContaining("arn:listener/by-hand");
    }
}
