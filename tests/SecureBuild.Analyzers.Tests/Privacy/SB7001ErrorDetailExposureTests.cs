using SecureBuild.Analyzers.Tests.Injection;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Privacy.SB7001ErrorDetailExposure>;

namespace SecureBuild.Analyzers.Tests.Privacy;

public sealed class SB7001ErrorDetailExposureTests
{
    [Fact]
    public Task Exceptions_sent_to_a_client_are_reported() => Verify.AnalyzerAsync("""
        public class OrdersController : Controller
        {
            public IActionResult Message()
            {
                try { return Ok(); }
                catch (Exception exception) { return StatusCode(500, [|exception.Message|]); }
            }
            public IActionResult Everything()
            {
                try { return Ok(); }
                catch (Exception exception) { return Content([|exception.ToString()|]); }
            }
            public IActionResult Text()
            {
                try { return Ok(); }
                catch (IOException exception) { return BadRequest([|"Failed: " + exception.StackTrace|]); }
            }
            public async Task Written()
            {
                try { await Task.Yield(); }
                catch (Exception exception) { await Response.WriteAsync([|exception.ToString()|]); }
            }
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Logged_exceptions_and_own_texts_are_not_reported() => Verify.AnalyzerAsync("""
        public class OrdersController(ILogger<OrdersController> logger) : Controller
        {
            public IActionResult Logged()
            {
                try { return Ok(); }
                catch (Exception exception)
                {
                    logger.LogError(exception, "Failed");
                    return StatusCode(500, "The order could not be stored.");
                }
            }
            public IActionResult Type()
            {
                try { return Ok(); }
                catch (FileNotFoundException) { return NotFound("There is no such file."); }
            }
            public IActionResult Choice()
            {
                try { return Ok(); }
                catch (Exception exception) { return StatusCode(exception is TimeoutException ? 504 : 500); }
            }
            public IActionResult Problem_()
            {
                try { return Ok(); }
                catch (Exception exception)
                {
                    logger.LogError("Failed: {Message}", exception.Message);
                    return Problem("The order could not be stored.");
                }
            }
        }
        """, FlowSetup.Web);

    [Fact]
    public Task The_exception_itself_in_an_answer_is_reported_except_in_development() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.Extensions.Hosting;
        public class OrdersController(IWebHostEnvironment environment) : Controller
        {
            public IActionResult Whole(Exception exception) => BadRequest([|exception|]);
            public Task Written(Exception exception) => Response.WriteAsync([|"Error: " + exception|]);
            public IActionResult Interpolated(Exception exception) => Content([|$"{exception}"|]);
            public IActionResult Developers(Exception exception) => StatusCode(500, environment.IsDevelopment() ? exception.ToString() : "error");
            public IActionResult Early(Exception exception) => environment.IsDevelopment() ? Content($"{exception}") : StatusCode(500);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task The_programs_own_messages_are_its_answers_unless_they_repeat_another_exceptions() => Verify.AnalyzerAsync("""
        public class OrderException(string message) : Exception(message);
        public class OrdersController : Controller
        {
            public IActionResult Own(int count)
            {
                try { return count < 1 ? throw new OrderException("Order at least one.") : Ok(); }
                catch (OrderException exception) { return BadRequest(exception.Message); }
            }
            public IActionResult Repeated()
            {
                try { Import(); return Ok(); }
                catch (OrderException exception) { return BadRequest([|exception.Message|]); }
            }
            static void Import()
            {
                try { System.IO.File.ReadAllText("orders.csv"); }
                catch (System.IO.IOException exception) { throw new OrderException("Import failed: " + exception.Message); }
            }
        }
        """, FlowSetup.Web);
}
