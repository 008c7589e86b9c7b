package io.teal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.operate.aws.Endpoint;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** On the wire; each status is one at rest, so nothing is waited for. */
class LabStackTest {
    private static final String EMPTY = "<CreateStackResponse/>";
    private static final String UNKNOWN = refusal("ValidationError", "Stack with id lab does not exist");
    private static final Map<String, String> FIRST = Map.of("Round", "one", "Fail", "no");

    private Endpoint aws;
    private LabStack stack;

    @BeforeEach
    void open() throws IOException {
        aws = new Endpoint();
        stack = new LabStack(UrlConnectionHttpClient.create(), Region.EU_WEST_1, "lab");
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void itIsCreatedOnceAndUpdatedAfterwards() {
        aws.reply("CreateStack", 200, EMPTY).reply("UpdateStack", 200, EMPTY);
        is("CREATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE");
        assertThat(stack.deploy(FIRST, "192.0.2.1/32")).isEqualTo("CREATE_COMPLETE");
        assertThat(stack.deploy(Map.of("Round", "two", "Fail", "yes"), "192.0.2.1/32"))
                .isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(aws.requests().get(0))
                .contains("Action=CreateStack", "StackName=lab", "CAPABILITY_IAM", "192.0.2.1/32");
        assertThat(aws.requests().get(2)).contains("Action=UpdateStack", "ParameterValue=two", "ParameterValue=yes");
    }

    @Test
    void itIsGoneWhenNobodyKnowsItAnyMore() {
        created();
        is("UPDATE_COMPLETE", "UPDATE_COMPLETE");
        aws.reply("DeleteStack", 200, EMPTY).reply("DescribeStacks", 400, UNKNOWN);
        assertThat(stack.delete()).isEqualTo(LabStack.GONE);
        assertThat(aws.requests()).anyMatch(request -> request.contains("Action=DeleteStack"));
    }

    @Test
    void oneThatCannotBeDeletedIsNotTakenForGone() {
        created();
        is("CREATE_COMPLETE", "DELETE_FAILED");
        aws.reply("DeleteStack", 200, EMPTY);
        assertThat(stack.delete()).isEqualTo("DELETE_FAILED");
    }

    @Test
    void aRefusalIsNotTakenForGoneEither() {
        created();
        is("CREATE_COMPLETE");
        aws.reply("DeleteStack", 403, refusal("AccessDenied", "not authorized to perform DeleteStack"));
        assertThatThrownBy(stack::delete)
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("not authorized");
    }

    @Test
    void aCreateWhoseAnswerIsRefusedIsLookedForWhenItIsTimeToDelete() {
        aws.reply("CreateStack", 400, refusal("AlreadyExistsException", "Stack [lab] already exists"));
        assertThatThrownBy(() -> stack.deploy(FIRST, "192.0.2.1/32")).hasMessageContaining("already exists");
        is("CREATE_COMPLETE");
        aws.reply("DeleteStack", 200, EMPTY).reply("DescribeStacks", 400, UNKNOWN);
        assertThat(stack.delete()).isEqualTo(LabStack.GONE);
        assertThat(aws.requests()).anyMatch(request -> request.contains("Action=DeleteStack"));
    }

    @Test
    void nothingIsAskedOfAwsIfNothingWasMade() {
        assertThat(stack.delete()).isEqualTo(LabStack.GONE);
        assertThat(aws.requests()).isEmpty();
    }

    private void created() {
        aws.reply("CreateStack", 200, EMPTY);
        is("CREATE_COMPLETE");
        stack.deploy(FIRST, "192.0.2.1/32");
    }

    private void is(String... statuses) {
        for (String status : statuses) {
            aws.reply("DescribeStacks", 200, """
                    <DescribeStacksResponse><DescribeStacksResult><Stacks><member>
                    <StackName>lab</StackName><StackStatus>%s</StackStatus>
                    </member></Stacks></DescribeStacksResult></DescribeStacksResponse>
                    """.formatted(status));
        }
    }

    private static String refusal(String code, String message) {
        return "<ErrorResponse><Error><Code>" + code + "</Code><Message>" + message
                + "</Message></Error></ErrorResponse>";
    }
}
