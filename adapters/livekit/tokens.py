"""Join tokens as LiveKit defines them: JSON web tokens signed with the API secret."""

import jwt
from livekit import api

from adapters.livekit.credentials import LiveKitCredentials
from application.ports.rooms import JoinGrant
from domain.errors import NotPermittedError
from domain.ids import ParticipantIdentity, RoomName


class LiveKitTokens:
    """Makes tokens with the least that a caller needs, and checks those that callers bring."""

    def __init__(self, credentials: LiveKitCredentials) -> None:
        self._credentials = credentials
        self._verifier = api.TokenVerifier(credentials.api_key, credentials.api_secret)

    def issue(self, grant: JoinGrant) -> str:
        """A token that joins one room, listens, and publishes a microphone: nothing else."""
        grants = api.VideoGrants(
            room_join=True,
            room=grant.room,
            can_publish_sources=["microphone"],
            can_subscribe=True,
            can_publish_data=False,
        )
        token = api.AccessToken(self._credentials.api_key, self._credentials.api_secret)
        return (
            token.with_identity(grant.identity)
            .with_grants(grants)
            .with_ttl(grant.valid_for)
            .to_jwt()
        )

    def verify(self, token: str, *, room: RoomName) -> ParticipantIdentity:
        """Who *token* lets into *room*; raises NotPermittedError saying what is not right."""
        try:
            claims = self._verifier.verify(token)
        except jwt.ExpiredSignatureError:
            raise NotPermittedError("the token has expired") from None
        except (jwt.InvalidTokenError, ValueError, TypeError, AttributeError):
            raise NotPermittedError("the token is not one that this LiveKit key signed") from None
        if claims.video is None or not claims.video.room_join:
            raise NotPermittedError("the token does not allow joining a room")
        if claims.video.room != room:
            raise NotPermittedError("the token is for another room")
        return ParticipantIdentity(claims.identity)
