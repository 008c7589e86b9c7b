package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import io.teal.release.observation.Weights;
import io.teal.release.port.AwsException;
import io.teal.release.port.ListenerRule;
import io.teal.release.step.Effect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The production action among the rules of a listener that others use too. */
class SharedListenerTest {
    private static final String OWN = "arn:rule/own";
    private static final String BLUE = Orders.targets(Color.BLUE);
    private static final String GREEN = Orders.targets(Color.GREEN);

    private final FakeAws aws = new FakeAws();
    private final ProductionAction production =
            new ProductionAction(aws, Orders.properties(Orders.release(Color.BLUE, "1.0.0", "2.0.0")));

    @Test
    void isTheOneThatForwardsToBothColours() {
        listenerHas(own(90, 10));
        assertThat(production.weights(production.rules())).contains(new Weights(90, 10));
    }

    @Test
    void isNotThereBeforeTheRuleIsCreated() {
        listenerHas();
        assertThat(production.rules()).isEmpty();
    }

    @Test
    void isFoundWhicheverListenerItIsOn() {
        listenerHas();
        aws.rules.put("arn:listener/https", List.of(own(100, 0)));
        assertThat(production.rules()).extracting(ListenerRule::arn).containsExactly(OWN);
    }

    @Test
    void isNotGuessedIfTwoRulesCouldBeIt() {
        listenerHas(own(100, 0), forward("arn:rule/by-hand", group(BLUE, 1), group(GREEN, 1)));
        assertThatThrownBy(production::rules).isInstanceOf(AwsException.class).hasMessageContaining("arn:rule/by-hand");
    }

    @Test
    void isTheOnlyRuleThatIsWritten() {
        // Given
        listenerHas(own(100, 0));
        List<ListenerRule> foreign = foreign(aws.rules.get(Orders.LISTENER));
        // When
        new Effects(aws, Orders.properties(Orders.release(Color.BLUE, "1.0.0", "2.0.0")), List::of)
                .setWeights(new Effect.SetWeights(new Weights(100, 0), new Weights(0, 100)));
        // Then
        assertThat(aws.writes).containsExactly("modify " + OWN);
        assertThat(foreign(aws.rules.get(Orders.LISTENER))).isEqualTo(foreign);
        assertThat(production.weights(production.rules())).contains(new Weights(0, 100));
    }

    @Test
    void isTheStickyOneThatNamesOneColourIfNoneNamesBoth() {
        listenerHas(sticky(OWN, group(GREEN, 100)));
        assertThat(production.weights(production.rules())).contains(new Weights(0, 100));
        assertThat(production.held(production.rules())).isEmpty();
    }

    @Test
    void isNotARuleOfAnothersThatKeepsClientsOnOneColour() {
        listenerHas(sticky("arn:rule/by-hand", group(BLUE, 1)), own(90, 10));
        aws.rules.put("arn:listener/a-later-one", List.of(sticky("arn:rule/later", group(GREEN, 1))));
        assertThat(production.rules()).extracting(ListenerRule::arn).containsExactly(OWN);
    }

    @Test
    void namesAColourThatKeepsClientsOnlyWhileItHasWeight() {
        // Given
        listenerHas(sticky(OWN, group(BLUE, 100), group(GREEN, 0)));
        assertThat(production.held(production.rules())).containsExactly(Color.GREEN);
        // When, Then
        write(new Weights(100, 0), new Weights(90, 10));
        assertThat(groups()).containsExactly(group(BLUE, 90), group(GREEN, 10));
        write(new Weights(90, 10), new Weights(0, 100));
        assertThat(groups()).containsExactly(group(GREEN, 100));
        assertThat(production.held(production.rules())).isEmpty();
        write(new Weights(0, 100), new Weights(90, 10));
        assertThat(groups()).containsExactly(group(BLUE, 90), group(GREEN, 10));
    }

    private void write(Weights from, Weights to) {
        new Effects(aws, Orders.properties(Orders.release(Color.BLUE, "1.0.0", "2.0.0")), List::of)
                .setWeights(new Effect.SetWeights(from, to));
    }

    private List<ListenerRule.WeightedGroup> groups() {
        return production.rules().get(0).actions().get(0).groups();
    }

    private static ListenerRule sticky(String arn, ListenerRule.WeightedGroup... groups) {
        return new ListenerRule(
                arn, false, List.of(new ListenerRule.Action("forward", List.of(groups), true, "rest of " + arn)));
    }

    private static List<ListenerRule> foreign(List<ListenerRule> rules) {
        return rules.stream().filter(rule -> !rule.arn().equals(OWN)).toList();
    }

    /** Between rules of others, one of which shares traffic by weight too, and both previews. */
    private void listenerHas(ListenerRule... own) {
        List<ListenerRule> rules = new ArrayList<>(List.of(
                forward("arn:rule/preview-blue", group(BLUE, 1)),
                forward("arn:rule/preview-green", group(GREEN, 1)),
                forward("arn:rule/billing", group("arn:targetgroup/billing-a", 50), group("arn:targetgroup/b", 50)),
                new ListenerRule(
                        "arn:rule/redirect", false, List.of(new ListenerRule.Action("redirect", List.of(), "r")))));
        rules.addAll(List.of(own));
        ListenerRule.Action old = new ListenerRule.Action("forward", List.of(group("arn:targetgroup/old", 1)), "o");
        rules.add(new ListenerRule(Orders.LISTENER, true, List.of(old)));
        aws.rules.put(Orders.LISTENER, rules);
    }

    private static ListenerRule own(int blue, int green) {
        return forward(OWN, group(BLUE, blue), group(GREEN, green));
    }

    private static ListenerRule forward(String arn, ListenerRule.WeightedGroup... groups) {
        return new ListenerRule(
                arn, false, List.of(new ListenerRule.Action("forward", List.of(groups), "rest of " + arn)));
    }

    private static ListenerRule.WeightedGroup group(String arn, int weight) {
        return new ListenerRule.WeightedGroup(arn, weight);
    }
}
