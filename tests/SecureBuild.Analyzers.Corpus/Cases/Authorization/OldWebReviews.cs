// Who may call, in the .NET Framework.
using System.Web.Http;

namespace Corpus.Authorization.OldWebReviews;

// [Bad CWE-862] everybody deletes
[RoutePrefix("api/admin")]
public class AdminController : ApiController
{
    [HttpDelete, Route("users/{id}")]
    public IHttpActionResult Delete(int id)
    {
        Users.Remove(id);
        return Ok();
    }
}

// [Good CWE-862] only some delete
[Authorize]
[RoutePrefix("api/safe-admin")]
public class SafeAdminController : ApiController
{
    [HttpDelete, Route("users/{id}")]
    public IHttpActionResult Delete(int id)
    {
        Users.Remove(id);
        return Ok();
    }
}

public static class Users
{
    public static void Remove(int id) { }
}
