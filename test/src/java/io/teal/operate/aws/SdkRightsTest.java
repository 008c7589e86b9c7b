package io.teal.operate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.operate.account.Rights;
import io.teal.operate.account.SimulatedCall;
import io.teal.release.port.AwsException;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdkRightsTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/team/Operator";
    private static final String RESULT = """
            <SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults><member>
            <EvalActionName>%s</EvalActionName><EvalDecision>%s</EvalDecision>%s</member></EvaluationResults>%s
            </SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>""";

    private Endpoint endpoint;
    private Rights rights;

    @BeforeEach
    void start() throws IOException {
        endpoint = new Endpoint();
        rights = new SdkAccount(Optional.of("eu-west-1")).rights();
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void theCallerAndTheRoleOfItsSessionAreRead() {
        endpoint.reply("GetCallerIdentity", 200, """
                <GetCallerIdentityResponse><GetCallerIdentityResult>
                <Arn>arn:aws:sts::111122223333:assumed-role/Operator/ann</Arn>
                </GetCallerIdentityResult></GetCallerIdentityResponse>""").reply("GetRole", 200, """
                <GetRoleResponse><GetRoleResult><Role><Arn>%s</Arn></Role></GetRoleResult>
                </GetRoleResponse>""".formatted(ROLE));
        assertThat(rights.caller()).isEqualTo("arn:aws:sts::111122223333:assumed-role/Operator/ann");
        assertThat(rights.role("Operator")).isEqualTo(ROLE);
        assertThat(endpoint.requests().get(1)).contains("RoleName=Operator");
    }

    @Test
    void theTimeIsThatOfTheAnswer() {
        endpoint.reply("GetCallerIdentity", 200, "<GetCallerIdentityResponse/>");
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        assertThat(rights.time()).isBetween(before, Instant.now());
    }

    @Test
    void aSimulationIsReadToTheLastPage() {
        String missing = """
                <ResourceSpecificResults><member><EvalResourceName>arn:a</EvalResourceName>
                <EvalResourceDecision>implicitDeny</EvalResourceDecision><MissingContextValues>
                <member>aws:SourceIp</member></MissingContextValues></member></ResourceSpecificResults>""";
        String more = "<IsTruncated>true</IsTruncated><Marker>more</Marker>";
        endpoint.reply("SimulatePrincipalPolicy", 200, RESULT.formatted("a:One", "allowed", "", more))
                .reply("SimulatePrincipalPolicy", 200, RESULT.formatted("a:Two", "implicitDeny", missing, more))
                .reply("SimulatePrincipalPolicy", 200, RESULT.formatted("a:Three", "explicitDeny", "", ""));
        assertThat(rights.simulate(ROLE, List.of("a:One", "a:Two", "a:Three"), "arn:a"))
                .containsExactly(
                        new SimulatedCall("a:One", true, List.of()),
                        new SimulatedCall("a:Two", false, List.of("aws:SourceIp")),
                        new SimulatedCall("a:Three", false, List.of()));
        assertThat(endpoint.requests().get(0))
                .contains("PolicySourceArn=" + ROLE, "ActionNames.member.2=a:Two", "ResourceArns.member.1=arn:a");
        assertThat(endpoint.requests().get(1)).contains("Marker=more");
    }

    @Test
    void withoutTheRightToSimulateTheCallIsNamed() {
        endpoint.reply("SimulatePrincipalPolicy", 403, """
                <ErrorResponse><Error><Code>AccessDenied</Code><Message>not yours</Message></Error></ErrorResponse>""");
        assertThatThrownBy(() -> rights.simulate(ROLE, List.of("a:One"), "*"))
                .isInstanceOfSatisfying(
                        AwsException.class,
                        refused -> assertThat(refused.code()).isEqualTo("AccessDenied"))
                .hasMessage("SimulatePrincipalPolicy of " + ROLE + ": not yours");
    }
}
