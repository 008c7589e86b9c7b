package io.teal.rehearsal.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.teal.rehearsal.template.Template;
import io.teal.rehearsal.template.TemplateReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a role with one statement may do to the listener {@code Http} of {@code Lb}, to its rule, and to group web-blue.
 */
class RoleRightsTest {
    private static final String TEMPLATE = """
            Parameters: {Given: {Type: String}}
            Resources:
              Lb: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
              Http: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Lb}}
              Rule: {Type: AWS::ElasticLoadBalancingV2::ListenerRule, Properties: {ListenerArn: !Ref Http}}
              Other: {Type: AWS::ElasticLoadBalancingV2::Listener}
              Fleet: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {AutoScalingGroupName: web-blue}}
              Role:
                Type: AWS::IAM::Role
                Properties:
                  Policies:
                    - PolicyDocument:
                        Statement:
                          - {Effect: Allow, Action: 'a:*', Resource: '*'}
                          - %s
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Http     | {Effect: Allow, Action: 'b:Modify*', Resource: '*'}                                       | true
                    Http     | {Effect: Allow, Action: 'b:Read*', Resource: '*'}                                         | false
                    Http     | {Effect: Allow, Action: 'b:ModifyIt', Resource: !Ref Http}                                | true
                    Http     | {Effect: Allow, Action: 'b:ModifyIt', Resource: [!Ref Other, !Ref Http]}                  | true
                    Http     | {Effect: Allow, Action: 'b:ModifyIt', Resource: !Ref Other}                               | false
                    Http     | {Effect: Allow, Action: 'b:ModifyIt', Resource: !Sub 'listener/${Lb.LoadBalancerFullName}/*'} | true
                    Rule     | {Effect: Allow, Action: 'b:ModifyIt', Resource: !Ref Http}                                | true
                    Http     | {Effect: Allow, Action: 'b:ModifyIt', Resource: !Ref Given}                               | true
                    web-blue | {Effect: Allow, Action: 'b:ModifyIt', Resource: 'arn:aws:a:x:1:autoScalingGroup:*:autoScalingGroupName/web-*'} | true
                    web-blue | {Effect: Allow, Action: 'b:ModifyIt', Resource: 'arn:aws:a:x:1:autoScalingGroup:*:autoScalingGroupName/api'} | false
                    web-blue | {Effect: Allow, Action: 'b:ModifyIt', Resource: !Sub 'group/${Fleet}'}                    | true
                    """)
    void anActionIsAllowedOnWhatItsStatementNames(String called, String statement, boolean allowed) {
        assertThat(rights(statement).allows("b:ModifyIt", List.of(called))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {Effect: Deny, Action: 'a:ModifyIt', Resource: !Ref Http}                          | false | true
                    {Effect: Deny, Action: 'a:ModifyIt', Resource: !Ref Other}                         | true  | true
                    {Effect: Deny, Action: 'a:*', Resource: '*'}                                       | false | false
                    {Effect: Deny, Action: 'a:*', Resource: 'arn:aws:a:x:1:listener/*'}                | false | true
                    {Effect: Deny, Action: 'a:ModifyIt', Resource: !Ref Given}                         | true  | true
                    {Effect: Deny, Action: 'a:Other', Resource: !Ref Http}                             | true  | true
                    {Effect: Deny, Action: 'a:*', Resource: '*', Condition: {Bool: {x: 1}}}            | true  | true
                    {Effect: Deny, Action: 'a:ModifyIt', Resource: !Ref Http, Condition: {Bool: {x: 1}}} | true | true
                    """)
    void whatIsDeniedIsNotAllowed(String statement, boolean onIt, boolean onAnything) {
        assertThat(rights(statement).allows("a:ModifyIt", List.of("Http"))).isEqualTo(onIt);
        assertThat(rights(statement).allows("a:ModifyIt")).isEqualTo(onAnything);
    }

    private static RoleRights rights(String statement) {
        Template template = new TemplateReader(Map.of()).parse(TEMPLATE.formatted(statement), "a.yaml");
        return RoleRights.of(template, JsonNodeFactory.instance.textNode("ref:Role"))
                .orElseThrow();
    }
}
