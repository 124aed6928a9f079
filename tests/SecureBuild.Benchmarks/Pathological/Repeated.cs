namespace SecureBuild.Benchmarks.Pathological;

/// <summary>Lines that rules ask about, a thousand times in one method: what is asked of each must not walk the whole method.</summary>
/// <param name="Name">What the line is about.</param>
/// <param name="Line">The line; <c>#</c> is its number.</param>
/// <param name="Before">What stands before all of them.</param>
sealed record Repeated(string Name, string Line, string Before = "")
{
    const int Count = 1000;

    public static IReadOnlyList<Repeated> Lines { get; } =
    [
        new("random numbers, a local each", "var r# = new Random(); var token# = r#.Next(); Console.WriteLine(token#);"),
        new("random numbers, one local", "var token# = r.Next(); logger.LogInformation(\"{T}\", token#);", "var r = new Random();"),
        new("random numbers, one target", "token += r.Next();", "var r = new Random(); var token = \"\";"),
        new("hashes, a local each", "var h# = MD5.Create(); var d# = h#.ComputeHash(Encoding.UTF8.GetBytes(x)); Console.WriteLine(d#.Length);"),
        new("hashes, one local", "d = h.ComputeHash(Encoding.UTF8.GetBytes(password));", "var h = MD5.Create(); var password = x; var d = h.ComputeHash([]);"),
        new("hashes compared", "if (h.SequenceEqual(SHA256.HashData(Encoding.UTF8.GetBytes(x + \"#\")))) return null;", "var h = SHA256.HashData([]);"),
        new("ciphers, a local each", "var c# = Aes.Create(); c#.Mode = CipherMode.ECB; c#.Key = new byte[16]; c#.IV = new byte[16]; c#.CreateEncryptor();"),
        new("ciphers, one local", "c.Mode = CipherMode.ECB; c.Key = key; c.IV = iv;", "var c = Aes.Create(); var key = new byte[16]; var iv = new byte[16];"),
        new("derived keys", "var k# = new Rfc2898DeriveBytes(x, salt, count); Console.WriteLine(k#.GetBytes(16).Length);", "var salt = new byte[8]; var count = 1000;"),
        new("key sizes", "var k# = RSA.Create(size); k#.KeySize = size;", "var size = 1024;"),
        new("commands, one local", "cmd.CommandText = \"SELECT #\" + x; cmd.ExecuteNonQuery();"),
        new("commands, a local each", "var c# = cmd; c#.CommandText = \"SELECT #\" + x; c#.ExecuteNonQuery();"),
        new("commands from one text", "sql = sql + x; cmd.CommandText = sql;", "var sql = \"SELECT \";"),
        new("processes", "var p# = new ProcessStartInfo { FileName = x, Arguments = \"#\", UseShellExecute = true }; Process.Start(p#);"),
        new("processes from texts", "Process.Start(\"tool\", \"-a \" + x);"),
        new("files", "var f# = Path.Combine(\"root\", x); if (System.IO.File.Exists(f#)) Console.WriteLine(System.IO.File.ReadAllText(f#));"),
        new("files, one name", "if (System.IO.File.Exists(f)) System.IO.File.Delete(f);", "var f = Path.Combine(\"root\", x);"),
        new("temporary files", "var f# = Path.GetTempFileName(); System.IO.File.WriteAllText(f#, x);"),
        new("addresses", "var a# = new Uri(x); Console.WriteLine(new HttpClient().GetStringAsync(a#).Result);"),
        new("clear text addresses", "var a# = \"http://example.com/#\"; Console.WriteLine(new HttpClient().GetStringAsync(a#).Result);"),
        new("handlers", "var h# = new HttpClientHandler(); h#.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; h#.CheckCertificateRevocationList = false; var c# = new HttpClient(h#);"),
        new("handlers, one lambda", "h.ServerCertificateCustomValidationCallback = accept;", "var h = new HttpClientHandler(); Func<HttpRequestMessage, System.Security.Cryptography.X509Certificates.X509Certificate2?, System.Security.Cryptography.X509Certificates.X509Chain?, System.Net.Security.SslPolicyErrors, bool> accept = (_, _, _, _) => true;"),
        new("XML readers", "var s# = new XmlReaderSettings(); s#.DtdProcessing = DtdProcessing.Parse; s#.XmlResolver = new XmlUrlResolver(); var d# = XmlReader.Create(x, s#); while (d#.Read()) { }"),
        new("XML documents", "var d# = new XmlDocument(); d#.XmlResolver = new XmlUrlResolver(); d#.LoadXml(x); Console.WriteLine(d#.SelectSingleNode(\"//a[@b='\" + x + \"']\"));"),
        new("cookies", "var o# = new CookieOptions(); o#.HttpOnly = false; o#.Secure = false; Response.Cookies.Append(\"session#\", x, o#);"),
        new("cookies, initialised", "Response.Cookies.Append(\"session#\", x, new CookieOptions { HttpOnly = false, SameSite = SameSiteMode.None, Expires = DateTimeOffset.Now });"),
        new("headers", "Response.Headers[\"X-A#\"] = x; Response.Headers.Append(\"Access-Control-Allow-Origin\", x);"),
        new("answers", "if (number == #) Response.WriteAsync(\"<b>\" + x + \"</b>\");"),
        new("redirects", "if (number == #) return Redirect(x);"),
        new("redirects, checked", "if (number == # && Url.IsLocalUrl(x)) return Redirect(x);"),
        new("log lines", "logger.LogInformation(\"user {User} did # \" + x, x); logger.LogWarning(\"password {P}\", x);"),
        new("patterns", "Console.WriteLine(Regex.IsMatch(x, \"^(a+)+#$\")); Console.WriteLine(new Regex(x).IsMatch(\"#\"));"),
        new("connection texts", "var c# = \"Server=db#;User=sa;Pass~word=S3cretPa55#;\" + number; Console.WriteLine(c#);"),
        new("passwords in locals", "var password# = \"S3cretPa55w#rd\"; Console.WriteLine(password#); var apiKey# = \"AKIA~IOSFODNN7EXAMPL#\"; Console.WriteLine(apiKey#);"),
        new("passwords compared", "if (x == \"S3cretPa55w#rd\") return null; var password# = x; if (password# == \"hunter#hunter\") return null;"),
        new("questions to the user", "var isAdmin# = Request.Query[\"isAdmin\"] == \"true\"; if (isAdmin#) Console.WriteLine(\"#\");"),
        new("request values", "var q# = Request.Query[\"q#\"].ToString(); var c# = Request.Cookies[\"c#\"]; if (q# == c#) Console.WriteLine(q#);"),
        new("request values, numbers checked", "if (int.TryParse(Request.Query[\"q#\"], out var q#) && q# < 100) Console.WriteLine(new byte[q#].Length);"),
        new("sizes from the client", "var b# = new byte[number]; Console.WriteLine(b#.Length); var l# = new List<string>(number); Console.WriteLine(l#.Count);"),
        new("JSON and types by name", "var t# = Type.GetType(x); Console.WriteLine(Activator.CreateInstance(t#!)); Console.WriteLine(System.Text.Json.JsonSerializer.Deserialize<object>(x));"),
        new("memory by address", "unsafe { var p# = stackalloc byte[number]; Buffer.MemoryCopy(p#, p#, number, number); p#[number] = 1; } Marshal.Copy(new byte[4], 0, Marshal.AllocHGlobal(number), number);"),
        new("locks", "lock (\"#\") { field = x; } lock (this) { field = x; } lock (typeof(Pathological)) { field = x; }"),
        new("threads and times", "Thread.Sleep(number); var t# = new Timer(_ => field = x); Console.WriteLine(t#);"),
        new("archives", "using (var z# = System.IO.Compression.ZipFile.OpenRead(x)) foreach (var e in z#.Entries) System.IO.Compression.ZipFileExtensions.ExtractToFile(e, Path.Combine(\"root\", e.FullName));"),
        new("streams unpacked", "using (var z# = new System.IO.Compression.GZipStream(Request.Body, System.IO.Compression.CompressionMode.Decompress)) using (var m# = new MemoryStream()) z#.CopyTo(m#);"),
        new("TLS versions", "var o# = new System.Net.Security.SslClientAuthenticationOptions { EnabledSslProtocols = protocols }; Console.WriteLine(o#);", "var protocols = System.Security.Authentication.SslProtocols.Tls12;"),
        new("signatures", "var r# = RSA.Create(); Console.WriteLine(r#.SignData(Encoding.UTF8.GetBytes(x), HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1).Length + r#.Encrypt([], RSAEncryptionPadding.Pkcs1).Length);"),
        new("exceptions shown", "try { Console.WriteLine(x); } catch (Exception e#) { return Content(e#.ToString()); }"),
        new("assemblies and scripts loaded", "Console.WriteLine(System.Reflection.Assembly.LoadFrom(x)); var a# = System.Reflection.Assembly.Load(System.IO.File.ReadAllBytes(x)); Console.WriteLine(a#);"),
        new("expressions of LDAP", "var m# = \"(&(uid=\" + x + \")(#=*))\"; field = m#;"),
        new("GUIDs as secrets", "var token# = Guid.NewGuid().ToString(); Response.Cookies.Append(\"token\", token#);"),
    ];

    public Shape ToShape() => new("repeated: " + Name, Count, count => Shapes.BodyOf(Before, Line, count));
}
