package io.teal.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.port.AwsException;
import io.teal.release.port.ListenerRule;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moto gives Network Load Balancers the ARNs of the other kind, so this one is answered by hand. */
class NetworkListenerTest {
    private static final String LISTENER = "arn:aws:elasticloadbalancing:eu-west-1:1:listener/net/shop/1a/2b";
    private static final String ANSWER = """
            <DescribeListenersResponse xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/">
             <DescribeListenersResult><Listeners><member><ListenerArn>%s</ListenerArn><Protocol>TCP</Protocol>
              <DefaultActions><member><Type>forward</Type><ForwardConfig><TargetGroups>
               <member><TargetGroupArn>arn:blue</TargetGroupArn><Weight>90</Weight></member>
               <member><TargetGroupArn>arn:green</TargetGroupArn><Weight>10</Weight></member>
              </TargetGroups></ForwardConfig></member></DefaultActions>
             </member></Listeners></DescribeListenersResult></DescribeListenersResponse>""".formatted(LISTENER);

    private static final String RULES = """
            <DescribeRulesResponse xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/">
             <DescribeRulesResult><Rules>
              <member><RuleArn>arn:rule/default</RuleArn><IsDefault>true</IsDefault></member>%s
             </Rules></DescribeRulesResult></DescribeRulesResponse>""";
    private static final String SECOND = """
              <member><RuleArn>arn:rule/second</RuleArn><IsDefault>false</IsDefault><Actions><member>
               <Type>forward</Type><TargetGroupArn>arn:green</TargetGroupArn></member></Actions></member>""";
    private static final String REFUSED = """
            <ErrorResponse xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"><Error>
             <Type>Sender</Type><Code>%s</Code><Message>no</Message></Error></ErrorResponse>""";

    private final List<String> asked = new ArrayList<>();
    private String others = RULES.formatted("");
    private int status = 200;
    private ByHand here;
    private AwsSdk aws;

    @BeforeEach
    void serve() throws IOException {
        here = new ByHand(exchange -> {
            asked.add(URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8));
            boolean rules = asked.get(asked.size() - 1).contains("Action=DescribeRules");
            byte[] bytes = (rules ? others : ANSWER).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(rules ? status : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        aws = here.aws();
    }

    @AfterEach
    void end() {
        here.close();
    }

    @Test
    void itsDefaultRuleIsReadFromTheListenerItself() {
        ListenerRule rule = aws.describeRules(LISTENER).get(0);
        assertThat(asked.get(0)).contains("Action=DescribeListeners", LISTENER);
        assertThat(rule).returns(LISTENER, ListenerRule::arn).returns(true, ListenerRule::isDefault);
        assertThat(rule.actions().get(0).groups())
                .containsExactly(
                        new ListenerRule.WeightedGroup("arn:blue", 90),
                        new ListenerRule.WeightedGroup("arn:green", 10));
    }

    @Test
    void itsWeightsAreWrittenToTheListener() {
        ListenerRule rule = aws.describeRules(LISTENER).get(0);
        aws.modifyActions(rule);
        assertThat(asked.get(2))
                .contains("Action=ModifyListener", "ListenerArn=" + LISTENER)
                .contains("DefaultActions.member.1.ForwardConfig.TargetGroups.member.1.Weight=90");
    }

    @Test
    void rulesBesideItsDefaultAreReadToo() {
        others = RULES.formatted(SECOND);
        assertThat(aws.describeRules(LISTENER))
                .extracting(ListenerRule::arn)
                .containsExactly(LISTENER, "arn:rule/second");
    }

    @Test
    void aListenerThatCannotHaveRulesHasItsDefaultOnly() {
        status = 400;
        others = REFUSED.formatted("ValidationError");
        assertThat(aws.describeRules(LISTENER)).hasSize(1);
        others = REFUSED.formatted("AccessDenied");
        assertThatThrownBy(() -> aws.describeRules(LISTENER)).isInstanceOf(AwsException.class);
    }
}
