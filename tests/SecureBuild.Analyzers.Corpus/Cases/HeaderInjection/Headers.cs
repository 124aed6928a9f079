using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using MimeKit;

namespace Mailing;

public class MessagesController(SmtpClient smtp, HttpClient client) : ControllerBase
{
    // [Bad CWE-113] a raw response is written with the client's header value
    public async Task Raw(string name, [FromServices] NetworkStream stream)
    {
        var head = "HTTP/1.1 200 OK\r\nX-Name: " + name + "\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
    }

    // [Bad CWE-93] TryAddWithoutValidation takes line breaks
    public async Task<string> Forward(string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example.com/");
        request.Headers.TryAddWithoutValidation("X-Tag", tag);
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    // [Good CWE-93] a number without validation
    public async Task<string> ForwardNumber(int tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example.com/");
        request.Headers.TryAddWithoutValidation("X-Tag", tag.ToString());
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    // [Good CWE-93] Uri.EscapeDataString leaves no line break
    public async Task<string> ForwardEscaped(string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example.com/");
        request.Headers.TryAddWithoutValidation("X-Tag", Uri.EscapeDataString(tag));
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    // [Bad CWE-93] a header of a mail, by MimeKit
    public MimeMessage Header(string campaign)
    {
        var message = new MimeMessage();
        message.Headers.Add("X-Campaign", campaign);
        return message;
    }

    // [Good CWE-93] a header of a mail, a GUID
    public MimeMessage HeaderGuid(Guid campaign)
    {
        var message = new MimeMessage();
        message.Headers.Add("X-Campaign", campaign.ToString());
        return message;
    }

    // [Bad CWE-93] the subject of a mail
    public void Subject(string subject)
    {
        using var message = new MailMessage("shop@example.com", "sales@example.com");
        message.Headers.Add("X-Subject", subject);
        message.Subject = subject;
        smtp.Send(message);
    }

    // [Good CWE-93] the subject is a constant, the text is the client's
    public void Body(string text)
    {
        using var message = new MailMessage("shop@example.com", "sales@example.com");
        message.Subject = "Message from the site";
        message.Body = text;
        smtp.Send(message);
    }

    // [Bad CWE-93] receivers are parsed from the client's text: it may hold many
    public void Invite(string friend)
    {
        using var message = new MailMessage();
        message.From = new MailAddress("shop@example.com");
        message.To.Add(friend);
        message.Subject = "You are invited";
        smtp.Send(message);
    }

    // [Good CWE-93] the receivers are ours
    public void Contact(string text)
    {
        using var message = new MailMessage();
        message.From = new MailAddress("shop@example.com");
        message.To.Add("sales@example.com, support@example.com");
        message.Body = text;
        smtp.Send(message);
    }

    // [Bad CWE-93] commands of SMTP by hand
    public void Smtp(string sender, [FromServices] StreamWriter connection)
    {
        connection.WriteLine("MAIL FROM:<" + sender + ">");
        connection.Flush();
    }
}
