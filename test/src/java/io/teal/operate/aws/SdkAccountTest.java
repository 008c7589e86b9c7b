package io.teal.operate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.operate.account.HostRefresh;
import io.teal.operate.account.StackState;
import io.teal.release.port.AwsException;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdkAccountTest {
    private static final String ID = "arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/1";
    private static final String GONE = """
            <ErrorResponse><Error><Code>ValidationError</Code>
            <Message>Stack with id shop does not exist</Message></Error></ErrorResponse>""";
    private static final String RESOURCES = """
            <ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries><member>
            <LogicalResourceId>%s</LogicalResourceId>%s</member></StackResourceSummaries>%s
            </ListStackResourcesResult></ListStackResourcesResponse>""";

    private Endpoint endpoint;
    private SdkAccount account;

    @BeforeEach
    void start() throws IOException {
        endpoint = new Endpoint();
        account = new SdkAccount(Optional.empty());
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void aStackIsDescribedWithTheValuesOfItsParameters() {
        endpoint.reply("DescribeStacks", 200, """
                <DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>shop</StackName>
                <StackId>%s</StackId><StackStatus>UPDATE_COMPLETE</StackStatus><Parameters>
                <member><ParameterKey>Vpc</ParameterKey><ParameterValue>vpc-1</ParameterValue></member>
                <member><ParameterKey>Ami</ParameterKey><ParameterValue>/ami</ParameterValue>
                <ResolvedValue>ami-1</ResolvedValue></member></Parameters></member></Stacks>
                </DescribeStacksResult></DescribeStacksResponse>""".formatted(ID));
        assertThat(account.describeStack("shop"))
                .contains(new StackState("shop", ID, "UPDATE_COMPLETE", Map.of("Vpc", "vpc-1", "Ami", "ami-1")));
        assertThat(endpoint.requests().get(0)).contains("StackName=shop");
    }

    @Test
    void aStackThatIsNotThereIsEmptyAndAnyOtherRefusalIsAnError() {
        endpoint.reply("DescribeStacks", 400, GONE)
                .reply("DescribeStacks", 403, GONE.replace("does not exist", "is not yours"));
        assertThat(account.describeStack("shop")).isEmpty();
        assertThatThrownBy(() -> account.describeStack("shop"))
                .isInstanceOfSatisfying(
                        AwsException.class,
                        refused -> assertThat(refused.code()).isEqualTo("ValidationError"))
                .hasMessage("DescribeStacks shop: Stack with id shop is not yours");
    }

    @Test
    void resourcesAreReadToTheLastPageAndThoseWithoutAPhysicalIdAreLeftOut() {
        String physical = "<PhysicalResourceId>%s</PhysicalResourceId>";
        endpoint.reply(
                        "ListStackResources",
                        200,
                        RESOURCES.formatted("A", physical.formatted("a-1"), "<NextToken>more</NextToken>"))
                .reply("ListStackResources", 200, RESOURCES.formatted("B", "", "<NextToken>yet more</NextToken>"))
                .reply("ListStackResources", 200, RESOURCES.formatted("C", physical.formatted("c-1"), ""));
        assertThat(account.listStackResources("shop")).isEqualTo(Map.of("A", "a-1", "C", "c-1"));
    }

    @Test
    void theTemplateAndTheExportsAreRead() {
        endpoint.reply("GetTemplate", 200, """
                <GetTemplateResponse><GetTemplateResult><TemplateBody>{"Resources": {}}</TemplateBody>
                </GetTemplateResult></GetTemplateResponse>""").reply("ListExports", 200, """
                <ListExportsResponse><ListExportsResult><Exports><member><Name>net:Vpc</Name><Value>vpc-1</Value>
                </member></Exports><NextToken>more</NextToken></ListExportsResult></ListExportsResponse>""").reply("ListExports", 200, """
                <ListExportsResponse><ListExportsResult><Exports><member><Name>net:Key</Name><Value>key-1</Value>
                </member></Exports></ListExportsResult></ListExportsResponse>""");
        assertThat(account.getTemplate("shop")).isEqualTo("{\"Resources\": {}}");
        assertThat(account.listExports()).isEqualTo(Map.of("net:Vpc", "vpc-1", "net:Key", "key-1"));
    }

    @Test
    void anUpdateIsCancelledByName() {
        endpoint.reply("CancelUpdateStack", 200, "<CancelUpdateStackResponse/>");
        account.cancelUpdateStack("shop");
        assertThat(endpoint.requests()).singleElement().asString().contains("StackName=shop");
    }

    @Test
    void theNewestVersionOfALaunchTemplateIsANumberAndOfNoneIsEmpty() {
        endpoint.reply("DescribeLaunchTemplates", 200, """
                <DescribeLaunchTemplatesResponse><launchTemplates><item><latestVersionNumber>12</latestVersionNumber>
                </item></launchTemplates></DescribeLaunchTemplatesResponse>""").reply("DescribeLaunchTemplates", 400, """
                <Response><Errors><Error><Code>InvalidLaunchTemplateId.NotFound</Code><Message>gone</Message></Error>
                </Errors></Response>""");
        assertThat(account.latestLaunchTemplateVersion("lt-1")).contains("12");
        assertThat(account.latestLaunchTemplateVersion("lt-1")).isEmpty();
    }

    @Test
    void theHistoryIsWhatStatesWereGivenAndGaveNewestFirst() {
        endpoint.reply("GetExecutionHistory", 200, """
                {"events": [
                  {"id": 3, "type": "WaitStateEntered", "stateEnteredEventDetails": {"name": "W", "input": "{\\"n\\":2}"}},
                  {"id": 2, "type": "TaskStateExited", "stateExitedEventDetails": {"name": "T", "output": "{\\"n\\":1}"}},
                  {"id": 1, "type": "ExecutionStarted", "executionStartedEventDetails": {"input": "{}"}}]}""");
        assertThat(account.executionHistory("arn:run")).containsExactly("{\"n\":2}", "{\"n\":1}");
        assertThat(endpoint.requests().get(0)).contains("\"reverseOrder\":true");
    }

    private static String refreshes(String one, String token) {
        return """
                <DescribeInstanceRefreshesResponse><DescribeInstanceRefreshesResult><InstanceRefreshes><member>%s</member>
                </InstanceRefreshes>%s</DescribeInstanceRefreshesResult></DescribeInstanceRefreshesResponse>""".formatted(one, token);
    }

    private void twoPagesOfRefreshes() {
        endpoint.reply("DescribeInstanceRefreshes", 200, refreshes("""
                <InstanceRefreshId>r-2</InstanceRefreshId><Status>InProgress</Status>
                <StartTime>2026-11-21T11:00:00Z</StartTime><PercentageComplete>20</PercentageComplete>
                <InstancesToUpdate>4</InstancesToUpdate><StatusReason>waiting</StatusReason><DesiredConfiguration>
                <LaunchTemplate><Version>8</Version></LaunchTemplate></DesiredConfiguration>""", "<NextToken>more</NextToken>"));
        endpoint.reply("DescribeInstanceRefreshes", 200, refreshes("""
                <InstanceRefreshId>r-1</InstanceRefreshId><Status>Pending</Status><DesiredConfiguration>
                <MixedInstancesPolicy><LaunchTemplate><LaunchTemplateSpecification><Version>7</Version>
                </LaunchTemplateSpecification></LaunchTemplate></MixedInstancesPolicy></DesiredConfiguration>""", ""));
    }

    @Test
    void instanceRefreshesAreReadToTheLastPage() {
        twoPagesOfRefreshes();
        Optional<Instant> began = Optional.of(Instant.parse("2026-11-21T11:00:00Z"));
        assertThat(account.describeInstanceRefreshes("shop-tickets"))
                .containsExactly(
                        new HostRefresh(
                                "r-2", "InProgress", began, Optional.empty(), 20, 4, Optional.of("8"), "waiting"),
                        new HostRefresh(
                                "r-1", "Pending", Optional.empty(), Optional.empty(), 0, 0, Optional.of("7"), ""));
        assertThat(endpoint.requests().get(0)).contains("AutoScalingGroupName=shop-tickets");
    }

    @Test
    void anEndpointThatDoesNotAnswerIsAnError() {
        endpoint.close();
        assertThatThrownBy(() -> account.getTemplate("shop"))
                .isInstanceOfSatisfying(
                        AwsException.class,
                        unanswered -> assertThat(unanswered.code()).isEqualTo("Unanswered"));
    }
}
