export type SignName =
  | "price-cut"
  | "sale"
  | "gift"
  | "novelty"
  | "invitation"
  | "call-to-buy"
  | "greeting"
  | "win-back"
  | "order"
  | "delivery"
  | "payment"
  | "appointment"
  | "account"
  | "support"
  | "feedback";

type Sign = { readonly name: SignName; readonly pattern: RegExp };

/** Words of promotion, in the languages that are written most here. */
export const MARKETING_SIGNS: readonly Sign[] = [
  {
    name: "price-cut",
    pattern:
      /\d+\s?%\s?(?:off|discount|скидк[а-я]*|de desconto|de descuento|rabatt|de réduction)|\bdiscounts?\b|скидк[а-я]*|\bdescontos?\b|\bdescuentos?\b|\brabatt\w*|промокод[а-я]*|\bpromo ?codes?\b|\bcoupons?\b|\bcup[oó]n\w*/iu,
  },
  {
    name: "sale",
    pattern:
      /\b(?:special offers?|limited time|flash sale|clearance|on sale|big sale|black friday|best prices?|deals? of|ofertas?|promoç\w+|angebote?|soldes)\b|распродаж[а-я]*|(?<!\p{L})акци[яию]|спецпредложени[а-я]*|выгодн[а-я]+ цен[а-я]+/iu,
  },
  {
    name: "gift",
    pattern:
      /\bfree (?:gift|sample|trial|shipping)\b|\bbonus points?\b|\bcashback\b|подар[а-я]+|бонус[а-я]*|к[эе]шб[эе]к[а-я]*|бесплатн[а-я]+ (?:доставк[а-я]+|пробн[а-я]+)|\bregalos?\b|\bbrindes?\b|\bgeschenk\w*/iu,
  },
  {
    name: "novelty",
    pattern:
      /\b(?:new (?:collection|arrivals?|harvest|product|menu|season)|just (?:launched|arrived)|has arrived|now available|nueva colección|novidades)\b|новинк[а-я]*|нов(?:ая|ой|ую) коллекци[а-я]*|нов(?:ое|ого) меню|поступлени[а-я]+ товар[а-я]*|уже в продаже/iu,
  },
  {
    name: "invitation",
    pattern:
      /\b(?:join us|you'?re invited|we invite you|save the date|register (?:now|today)|webinar|open day)\b|приглаша[а-я]+|приходите|регистрируйтесь|вебинар[а-я]*|\bte invitamos\b|\bconvidamos\b/iu,
  },
  {
    name: "call-to-buy",
    pattern:
      /\b(?:buy now|shop now|order now|order today|see (?:the )?deals|view deals|don'?t miss|hurry|upgrade (?:now|today)|compra ahora|compre agora|jetzt kaufen)\b|купите|закажите|успейте|не упустите|спешите|оформите (?:подписку|карту)/iu,
  },
  {
    name: "greeting",
    pattern:
      /\b(?:merry christmas|happy (?:new year|birthday|holidays)|feliz (?:navidad|natal|cumpleaños))\b|с (?:новым годом|рождеством|дн[её]м рождения|наступающим)|с праздником/iu,
  },
  {
    name: "win-back",
    pattern:
      /\b(?:we (?:miss|missed) you|come back|left in your cart|items? in your cart|you may (?:also )?like|recommended for you|te extrañamos)\b|скуча[а-я]+ по вам|возвращайтесь|в (?:вашей )?корзине остал[а-я]+|забыли в корзине|вам (?:может|могут) понравиться|рекоменду[а-я]+ вам/iu,
  },
];

/** Words of something that the person did or asked for. */
export const UTILITY_SIGNS: readonly Sign[] = [
  {
    name: "order",
    pattern:
      /\b(?:your order|order (?:number|no\.?|#)?\s*\{\{|purchase|tu pedido|seu pedido|ihre bestellung|votre commande)\b|\border \{\{|заказ[а-я]*|покупк[а-я]+/iu,
  },
  {
    name: "delivery",
    pattern:
      /\b(?:shipped|shipment|delivery|delivered|on its way|tracking|courier|pick[ -]?up|envío|entrega|lieferung|livraison)\b|доставк[а-я]*|курьер[а-я]*|в пути|отправлен[а-я]*|пункт[а-я]* выдачи/iu,
  },
  {
    name: "payment",
    pattern:
      /\b(?:payment|invoice|receipt|refund|bill|balance|due (?:on|date)|factura|fatura|rechnung|facture)\b|оплат[а-я]*|плат[её]ж[а-я]*|(?<!\p{L})сч[её]т[а-я]*|(?<!\p{L})чек[а-я]*|возврат[а-я]*/iu,
  },
  {
    name: "appointment",
    pattern:
      /\b(?:appointment|booking|reservation|your (?:visit|table|flight|ticket)|reminder|rescheduled|cita|consulta agendada|termin|rendez-vous)\b|(?<!\p{L})запис[ьиа][а-я]*|бронировани[а-я]*|при[её]м[а-я]*|столик[а-я]*|(?<!\p{L})рейс[а-я]*|напомина[а-я]+/iu,
  },
  {
    name: "account",
    pattern:
      /\b(?:your account|subscription (?:ends|expires|was|has)|password was|security alert|verification|profile was)\b|ваш(?:его|ем|а|ей)? (?:аккаунт|счёт|подписк|профил)[а-я]*|вход[а-я]* в аккаунт/iu,
  },
  {
    name: "support",
    pattern:
      /\b(?:your (?:request|ticket|question|claim)|support case|case (?:number|#)|resolved|repair)\b|ваш[а-я]* (?:обращени|заявк|вопрос|запрос)[а-я]*|ремонт[а-я]*/iu,
  },
  {
    name: "feedback",
    pattern:
      /\b(?:how (?:was|did we)|rate (?:your|our)|feedback on your|tell us about your (?:visit|order))\b|оцените|как (?:вам|прош[а-я]+)|отзыв о/iu,
  },
];
