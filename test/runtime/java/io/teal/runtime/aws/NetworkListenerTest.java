package io.teal.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;

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

    private final List<String> asked = new ArrayList<>();
    private ByHand here;
    private AwsSdk aws;

    @BeforeEach
    void serve() throws IOException {
        here = new ByHand(exchange -> {
            asked.add(URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8));
            byte[] bytes = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
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
    void itsOnlyRuleIsReadFromTheListenerItself() {
        ListenerRule rule = aws.describeRules(LISTENER).get(0);
        assertThat(asked).singleElement().asString().contains("Action=DescribeListeners", LISTENER);
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
        assertThat(asked.get(1))
                .contains("Action=ModifyListener", "ListenerArn=" + LISTENER)
                .contains("DefaultActions.member.1.ForwardConfig.TargetGroups.member.1.Weight=90");
    }
}
